// What `asepsim explain` says of fields and of rows of the evidence table.
//
// Every text is a heading and lines of at most 100 columns: a label and what it labels.
#pragma once

#include <string>
#include <vector>

#include "scenario/evidence.hpp"
#include "scenario/read_scenario.hpp"

namespace asepsim::cli {

/// "  definition  Text", going on below itself when it is wider than the screen; nothing if there
/// is no text.
std::string labelled(const char* label, const std::string& text);

/// A field: type, unit, default, range, what the default rests on, its rows and formulas. A group:
/// its keys.
std::string explained(const scenario::FieldText& field);

/// A row: value, context, source, mark, and which fields and rows rest on it.
std::string explained(const scenario::EvidenceRow& row);

/// The row a user means: I17, or i17; null if there is none.
const scenario::EvidenceRow* row_meant(const std::string& name);

/// The fields a user means by a path, by its end ("programme.hold", "hold"), by a path of one's own
/// scenario ("staff.nurse.wage", "pathways.session.talk.duration", "complications.pih.III"), by one
/// without the names ("staff.wage", "indications.severity"), or, if there is none, by an end and a
/// word near a section of the path ("sterilizer.d121").
std::vector<scenario::FieldText> fields_meant(const std::string& name);

/// Every row on one line: id, mark, subject.
std::string all_evidence();

}  // namespace asepsim::cli
