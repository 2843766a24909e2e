"""The commented files from which a person starts a guide of their own."""

FACTS = """\
# {name}: ids, figures and ratings, the same in all languages. The words are in en.yaml and fr.yaml.
# `careers validate` checks all of it; `careers show {id}` shows it.
id: {id_word}
# A draft may lack sections and parts. Remove this line when all of them are written.
status: draft
# A field of `careers list`, or one of your own.
family: {family_word}
# How hard it is to get in (easy, medium, hard) and how often it is done from afar (rarely, sometimes, often).
entry: medium
remote: sometimes
# Years of study after school, from and to.
study_years: [0, 3]
# Months until the first job: from school, from the nearest job, from elsewhere.
time_to_enter:
  - {{start: school, low: 6, high: 24, basis: editorial}}
# One to six tools or skills, as ids: small letters, digits and hyphens.
key_tools: [communication]
# The occupation of O*NET that stands in for it, if there is one: exact, close or broad. Its words go under
# `pay: occupations:` in the texts.
# occupations:
#   - {{code: 15-1252.00, match: close}}
skills:
  hard: []
  soft: []
levels:
  - {{id: junior, years: [0, 2]}}
  - {{id: middle, years: [2, 6]}}
  - {{id: senior, years: [6]}}
# Stars of pay, 1 to 10, against everybody employed; ten is the top 1%.
ratings:
  - {{level: junior, stars: 3}}
  - {{level: middle, stars: 4}}
  - {{level: senior, stars: 6}}
# What it pays. A range of your own judgment is what lists, `show` and `salary` tell.
# `basis` is official, survey, records, market or editorial (your own judgment, which needs no source).
# Pay of a neighboring career has `counts: neighbour`; `can_pass` is what pay can exceed.
# Sources go into a file `sources.yaml` in this folder: an id with its title, publisher, date, place, address, licence.
bands:
  - {{id: here, country: US, currency: USD, basis: editorial, reference: "2026", low: 51000, high: 65000}}
# Careers like it, by id, and their pay seen from this one:
# lower, lower-similar, similar, similar-higher or higher.
# related:
#   - {{id: software-developer, pay: higher}}
costs:
  - {{id: training, low: 0, high: 1000, currency: USD, basis: editorial}}
# What speaks for it and against it, and what each taps (a trait of the questionnaire).
fit:
  - {{id: likes-people, direction: for, trait: people}}
  - {{id: wants-quiet, direction: against, trait: solitude}}
myths:
  - {{id: anybody-can, verdict: "false"}}
"""

TEXT = {
    "en": """\
# {name}: the words. Every section may use text (paragraphs), points (bullets), items (name and text), closing.
name: {name}
alt_names: []
summary: What it is, in one sentence.
core_focus: What it is about, in a few words
at-a-glance:
  badges:
    education: What one usually studies
    hours: Usual hours
    place: Where the work is done
    demand: How much it is asked for
    entry: How one gets in
introduction:
  text:
    - >-
      Why somebody would read on. A figure cites its source like this [@editorial].
seniority:
  levels:
    junior: {{name: Beginner, points: [Does what is shown]}}
    middle: {{name: Practitioner, points: [Works alone]}}
    senior: {{name: Expert, points: [Shows others]}}
pros-cons:
  pros:
    - {{name: A good thing, text: And why.}}
  cons:
    - {{name: A bad thing, text: And who does not mind it.}}
pay:
  text: [What the figures leave out.]
  ratings:
    junior: {{name: Beginner, text: Why this many stars.}}
    middle: {{name: Practitioner, text: Why this many stars.}}
    senior: {{name: Expert, text: Why this many stars.}}
  bands:
    here: Where these figures hold
costs:
  costs:
    training: {{name: Training, text: What it buys.}}
fit:
  statements:
    likes-people: I like to be among people all day.
    wants-quiet: I need a quiet place to work.
myths:
  myths:
    anybody-can: {{claim: Anybody can do it, text: What is true of it.}}
# Sections that are not written yet: {missing}
""",
    "fr": """\
# {name} : les mots. Chaque section peut avoir text (paragraphes), points (puces), items (nom et texte), closing.
name: {name}
alt_names: []
summary: Ce que c’est, en une phrase.
core_focus: De quoi il s’agit, en quelques mots
at-a-glance:
  badges:
    education: Les études habituelles
    hours: Les horaires habituels
    place: Le lieu de travail
    demand: La demande
    entry: La porte d’entrée
introduction:
  text:
    - >-
      Pourquoi lire la suite. Un chiffre cite sa source ainsi [@editorial].
seniority:
  levels:
    junior: {{name: Débutant, points: [Fait ce qu’on lui montre]}}
    middle: {{name: Confirmé, points: [Travaille en autonomie]}}
    senior: {{name: Expert, points: [Montre aux autres]}}
pros-cons:
  pros:
    - {{name: Un bon côté, text: Et pourquoi.}}
  cons:
    - {{name: Un mauvais côté, text: Et qui le supporte bien.}}
pay:
  text: [Ce que les chiffres ne disent pas.]
  ratings:
    junior: {{name: Débutant, text: Pourquoi ce nombre d’étoiles.}}
    middle: {{name: Confirmé, text: Pourquoi ce nombre d’étoiles.}}
    senior: {{name: Expert, text: Pourquoi ce nombre d’étoiles.}}
  bands:
    here: Où valent ces chiffres
costs:
  costs:
    training: {{name: Formation, text: Ce qu’on y gagne.}}
fit:
  statements:
    likes-people: J’aime être entouré de monde toute la journée.
    wants-quiet: Il me faut un endroit calme pour travailler.
myths:
  myths:
    anybody-can: {{claim: Tout le monde peut le faire, text: Ce qui en est vrai.}}
# Sections à écrire : {missing}
""",
}
