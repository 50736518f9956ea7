// The manifest, the JSON on stdout, and the hash.
#include "report/manifest.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/json_result.hpp"
#include "report/sha256.hpp"
#include "small_study.hpp"

namespace asepsim::report {
namespace {

using testing::small_study;
using Json = nlohmann::ordered_json;

RunContext context() {
  RunContext c;
  c.study = "compare_base";
  c.command = {"asepsim", "compare", "base.yaml", "more.yaml"};
  c.versions = {{"asepsim", "0.1.0"}};
  c.machine = {{"cores", "2"}};
  c.inputs = {{"base", "base.yaml", 3, sha256("abc")}};
  c.started_at = "2027-01-04T09:30:00Z";
  c.finished_at = "2027-01-04T09:30:05Z";
  c.seconds_running = 4;
  c.seconds_in_all = 5;
  c.threads = 2;
  return c;
}

TEST(Manifest, SaysWhatWasRunByWhatAndWhetherToTrustIt) {
  auto result = small_study();
  result.scenarios[1].failures = {{7, "no"}};
  const TextFile file = manifest_json(result, context(), {"few"}, {{"kpi.csv", 12}});
  EXPECT_EQ(file.name, "manifest.json");
  const Json json = Json::parse(file.content);
  EXPECT_EQ(json["status"], "partial");
  EXPECT_EQ(json["settings"].dump(),
            R"({"seed":1,"replications":2,"block_size":8,"confidence":0.95,)"
            R"("random_numbers":"common","engine":"native"})");
  EXPECT_EQ(json["cross_check"].dump(),
            R"({"engine":"simgrid","replications":2,"identical":true,"differences":[]})");
  EXPECT_EQ(json["scenarios"][1].dump(),
            R"({"name":"more_staff","replications_finished":2,"visits":20,"events":200,)"
            R"("failures":[{"replication":7,"message":"no"}],"limits":[]})");
  EXPECT_EQ(json["inputs"][0]["sha256"],
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(json["random_numbers"]["generator"], "Philox4x64-10");
  EXPECT_GT(json["random_numbers"]["purposes"].size(), 50u);
  EXPECT_EQ(json["threads"], 2);
  EXPECT_EQ(json["warnings"].dump(), R"(["few"])");
  EXPECT_EQ(json["files"].dump(), R"([{"name":"kpi.csv","bytes":12}])");
}

TEST(Manifest, ADifferenceOfTheEnginesIsNotIdentical) {
  auto result = small_study();
  result.cross_checks[1].difference = "visit 3";
  const Json json = Json::parse(manifest_json(result, context(), {}, {}).content);
  EXPECT_EQ(json["cross_check"]["identical"], false);
  EXPECT_EQ(json["cross_check"]["differences"][0].dump(),
            R"({"scenario":"more_staff","replication":0,"first_difference":"visit 3"})");
}

TEST(Manifest, WithoutACheckNothingIsIdentical) {
  auto result = small_study();
  result.cross_checks.clear();
  const Json json = Json::parse(manifest_json(result, context(), {}, {}).content);
  EXPECT_EQ(json["cross_check"]["identical"], false);
}

TEST(Status, InterruptedIsSaidBeforePartial) {
  auto result = small_study();
  EXPECT_EQ(status_of(result), "complete");
  result.scenarios[0].failures = {{1, "no"}};
  EXPECT_EQ(status_of(result), "partial");
  result.interrupted = true;
  EXPECT_EQ(status_of(result), "interrupted");
}

TEST(JsonResult, HasNullWhereThereIsNoNumber) {
  const Json json = Json::parse(json_result(small_study(), "out"));
  EXPECT_EQ(json["folder"], "out");
  EXPECT_EQ(json["scenarios"][0]["summary"][1].dump(),
            R"({"kpi":"share.no_show","unit":"share","n":0,"estimate":null,"ci_low":null,)"
            R"("ci_high":null,"half_width":null,"method":"none"})");
  const Json& differences = json["comparisons"][0]["differences"];
  EXPECT_EQ(differences[0]["difference"], -1.75);
  EXPECT_EQ(differences[0]["verdict"], "not settled");
  EXPECT_TRUE(differences[1]["difference"].is_null());
  EXPECT_TRUE(differences[1]["p_value"].is_null());
}

// FIPS 180-4 examples.
TEST(Sha256, HasTheValuesOfTheStandard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace asepsim::report
