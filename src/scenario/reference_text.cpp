#include "scenario/reference_text.hpp"

namespace asepsim::scenario {
namespace {

constexpr std::string_view introduction =
    R"(# Scenarios

A scenario is one YAML file that says everything the simulator knows about a clinic: its people, rooms
and machines, who comes and for what, what happens step by step, how instruments come back clean, and
what can go wrong. This page is written by the program from the tables that also drive the reader of
scenario files, so it cannot disagree with it.

- `asepsim validate FILE` shows every mistake of a file at once, with its place and a remedy.
- `asepsim explain NAME` shows one field with its evidence; `asepsim explain I17` one row of the evidence
  table, `asepsim explain evidence` lists them all. The column *Evidence* below names the rows that a
  default rests on; *choice*: the clinic or the analyst decides; *off*: nothing of the kind happens.
- Editors that know the YAML language server complete and check while you type: the first line of each
  file names `asepsim.schema.json`.

)";

constexpr std::string_view library =
    R"(## Library

| File | Question |
|---|---|
| `licensed_pen_clinic.yaml` | the base: how safe and how busy is a well-run clinic with pens and single-use heads? |
| `extra_nurse.yaml` | the base with one more nurse |
| `depth_by_skin_thickness.yaml` | the base with the needle length chosen by measured skin thickness |
| `depth_fixed_1500um.yaml` | the base with 1.5 mm for everybody |
| `novice_operators.yaml` | the base with untrained hands that guess the needle length |
| `roller_or_pen.yaml` | the base with single-use rollers in place of pens |
| `aftercare_coaching.yaml` | the base with patients who are coached in aftercare |
| `laser_for_freckles.yaml` | the base with a picosecond laser for freckles |
| `saturday_opening.yaml` | the base with Saturdays as long as weekdays |
| `busy_monday.yaml` | the base from one Monday on, every slot of which is booked: a run that begins with patients |
| `lean_stock_old_pens.yaml` | the base with little on its shelves and pens that break down |
| `walk_ins_welcome.yaml` | the base with sessions for some of those who walk in |
| `demand_30_percent_more.yaml` | reusable rollers with 30 % more patients who ask for appointments |
| `doors_opened_early.yaml` | that demand, with sterilizing cycles that are cut short |
| `reusable_rollers_autoclave.yaml` | rollers reprocessed in one small steam sterilizer |
| `second_autoclave.yaml` | the same with a second sterilizer |
| `shorter_cycle.yaml` | the same with a shorter cycle programme |
| `biological_release.yaml` | the same with loads that wait for their biological indicator |
| `morning_air_test.yaml` | the same with an air removal test each morning |
| `silent_sterilizer_fault.yaml` | the same with a sterilizer that may run cold without showing it |
| `single_use_heads.yaml` | the same with a new roller for every patient and no sterilizer |
| `chemical_soak_only.yaml` | the same with a soak in place of the sterilizer |
| `weak_soak_tap_rinse.yaml` | that soak, diluted, and a rinse in tap water |
| `dermatology_department.yaml` | a hospital department that reprocesses its rollers well |
| `three_chair_chain_site.yaml` | a small site of a chain, pens and no doctor |
| `salon_without_sterilizer.yaml` | a salon that wipes its rollers and uses them again |
| `text_reminders.yaml` | the salon with text messages that remind patients |
| `hbv_needle_reuse_1984.yaml` | history: hepatitis B by acupuncture needles, the outbreak that a needle's infectivity is calibrated to |
| `queue_mm1.yaml`, `queue_mmc.yaml` | textbook queues: does the simulator agree with theory? |

`validation/` has a scenario for every published outcome that the model is held against, what was published
and what is reproduced in its comments; `scripts/validate` runs them and prints the table. They show
calibration; nothing in them is validation.

)";

constexpr std::string_view language =
    R"(## How files are written

```yaml
# yaml-language-server: $schema=asepsim.schema.json
schema: asepsim/1
calendar:
  opening: {weekdays: "09:00-18:00", saturday: "09:00-13:00"}
staff:
  nurse: {count: 2, skills: [needling], end_of_shift: finish}
arrivals:
  walk_ins: {pathway: visit, interarrival: {exponential: 20 min}}
pathways:
  visit:
    - step: talk
      staff: nurse
      duration: {triangular: [5 min, 10 min, 20 min]}
```

- `schema: asepsim/1` comes first. `name` is the file's name unless written. Unknown keys are errors;
  `notes` and keys that begin with `x-` are free everywhere.
- Things you name yourself (staff, rooms, equipment, consumables, instruments, sites, indications,
  arrivals, pathways) are keys; steps have theirs in `step`. Names begin with a letter and have no
  blanks, dots or commas.
- YAML 1.2: `no` and `on` are text, `12:30` is no number, `010`, `.nan` and `.inf` are refused. Merge
  keys `<<` and tags are refused; aliases are allowed.
- Numbers carry their unit: `45 min`, `1 h 30 min`, `0.75 mm`, `35 USD`. A bare number is refused
  where a unit is due. Probabilities and shares are `0.05` or `5 %`.
- A value may carry its evidence: `{value: 12 %, range: [5 %, 31 %], source: O9, note: ...}`. A run
  uses `value`; `range` (lowest and highest plausible value, of a random quantity of its mean) and `dist`
  (its uncertainty) are checked and kept in `scenario.resolved.yaml` for later use, `source` and `note` say
  where the value comes from. A source names rows of the evidence table (`O9`, `C7-C12`), or begins with
  `assumption`, or is your own (`our records of 2026`). Every results folder lists in `assumptions.csv`
  what is assumed or rests on rows that are.
- Hours: `opening: {weekdays: "09:00-18:00", friday: ["09:00-13:00", "14:00-17:00"], sunday: closed}`
  or `always`. A single day overrules `weekdays`, which overrules `every_day`. Days left out are closed.
- Rates: `{per_hour: 3}`, or `{weekdays: {"10-14": 2.0, "14-16": 1.0}, saturday: {"9-14": 3}}` in
  requests an hour; hours left out have none.
- Routes (`next`) are tried in order and their probabilities are of all who finish the step. Where they
  sum to less than 1, the rest goes on to the next step of the list, or leaves after the last.
- Times of day stand in quotes, `at: "14:00"`: other programs read a bare 14:00 as a number.
- Text that contains `: ` or begins with one of `* & ! % @ [ {` needs quotes.

)";

constexpr std::string_view variates =
    R"(A random quantity is a constant (`5 min`) or a map with one family. Families with a beyond-doubt order
take a list. Locations and spreads carry the unit of the field; `shape`, `sigma`, `cv`, `alpha`, `beta`
and weights are bare numbers. A lognormal has mean and sd, mean and cv, or median and sigma; a gamma
mean and sd (or cv), or shape and scale; a beta mean and sd, or alpha and beta, between min and max (0
and 1 unless the field has a unit). A normal is cut off where the field has a bound.

)";

constexpr std::string_view files =
    R"(### Extending a file

`extends: base.yaml` (relative to the file) takes everything from another scenario; what is written
replaces it. Groups merge key by key, lists and single values are replaced, `null` removes a key. A
value with its evidence, a distribution, and the hours or rates of a day are one value each. Steps of a
pathway are changed by name:

```yaml
schema: asepsim/1
extends: licensed_pen_clinic.yaml
staff:
  nurse: {count: 2}
pathways:
  session:
    treatment: {duration: {lognormal: {mean: 25 min, cv: 0.35}}}
```

The same from the command line: `--set staff.nurse.count=2`, `--set 'staff.nurse={count: 2}'`,
`--set "pathways.session.treatment.duration=25 min"`. A group in braces is merged as in a file.

### Tables beside the file

CSV with a header line, UTF-8, commas; lines that begin with `#` are passed over. In tables of rates a
single day overrules `weekdays`, which overrules `every_day`; the same words and hour twice are an error.

| Where | Columns |
|---|---|
| `holidays: {file: holidays.csv}` | `date` |
| `hours: {file: roster.csv}` | `weekday`, `from`, `to` |
| `rate: {file: rates.csv}` | `weekday`, `hour`, `per_hour` |
| `initial_state: {patients: {file: patients.csv}}` | `id`, `stream`; the other fields of `initial_state.patients[]` as needed |
| `{empirical: {file: times.csv, column: minutes, unit: min}}` | the one named |

### Beginning with patients

A run begins with an empty clinic, and `warm_up` fills it. To begin from today's book instead, name a
file with a row for each patient under treatment. Cells that are left empty are drawn as for any other
patient. Booked slots are taken before anybody else books; those without an appointment ask for one
when the run starts, an `interval` after their last session. What goes on from there (cancelling, not
coming, dropping out before the session after next) is drawn. Benefit is reported of courses that
begin within the run only, since the score at entry of the others is not known.

### Limits of size

A file has at most 1 MiB, 64 levels of nesting, 100,000 values and 10,000 entries in one list; a chain
of `extends` at most 8 files; 1,000 staff, rooms or machines and 10,000 sets of one kind; 200 steps in a
pathway; 1,000,000 replications; 100 years. A visit takes at most 1,000 steps on average, and all
patients of one replication together at most 4,000,000: each step stays in memory until the replication
is counted. Numbers that nobody can mean (a z-value of 0.001 K) are refused with the range that is
allowed.

)";

}  // namespace

std::string_view reference_introduction() {
  return introduction;
}

std::string_view library_text() {
  return library;
}

std::string_view language_text() {
  return language;
}

std::string_view variates_text() {
  return variates;
}

std::string_view files_text() {
  return files;
}

}  // namespace asepsim::scenario
