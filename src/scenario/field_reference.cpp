#include "scenario/read_scenario.hpp"
namespace asepsim::scenario { std::string field_reference(){return {};} }
