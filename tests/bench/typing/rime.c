/*
 * librime's answers, one line each: for every line "letters<TAB>target" the first five candidates, then how many keys it takes to
 * choose the target piece by piece (−1: it cannot be chosen), all between tabs. Nothing is learned between lines.
 *   rime SHARED_DATA_DIR USER_DATA_DIR SCHEMA
 */
#include <rime_api.h>
#include <stdio.h>
#include <string.h>

#define LOOK 200
#define STRIP 8

static RimeApi *rime;

static void type(RimeSessionId session, const char *letters) {
  rime->clear_composition(session);
  for (; *letters; letters++) rime->process_key(session, *letters, 0);
}

static void print_five(RimeSessionId session) {
  RimeCandidateListIterator each = {0};
  int count = 0;
  if (rime->candidate_list_begin(session, &each)) {
    while (count < 5 && rime->candidate_list_next(&each)) {
      printf("%s\t", each.candidate.text);
      count++;
    }
    rime->candidate_list_end(&each);
  }
  for (; count < 5; count++) printf("\t");
}

/* The longest candidate that the target begins with. */
static int find(RimeSessionId session, const char *target, size_t *length) {
  RimeCandidateListIterator each = {0};
  int found = -1;
  *length = 0;
  if (!rime->candidate_list_begin(session, &each)) return -1;
  for (int at = 0; at < LOOK && rime->candidate_list_next(&each); at++) {
    size_t its = strlen(each.candidate.text);
    if (its > *length && strncmp(each.candidate.text, target, its) == 0) {
      found = at;
      *length = its;
    }
  }
  rime->candidate_list_end(&each);
  return found;
}

static int choose(RimeSessionId session, const char *target) {
  int keys = 0;
  while (*target) {
    size_t length;
    int at = find(session, target, &length);
    if (at < 0) return -1;
    keys += 1 + at / STRIP;
    target += length;
    rime->select_candidate(session, at);
    RIME_STRUCT(RimeCommit, commit);
    if (rime->get_commit(session, &commit)) rime->free_commit(&commit);
  }
  return keys;
}

int main(int count, char **words) {
  if (count != 4) return 2;
  rime = rime_get_api();
  RIME_STRUCT(RimeTraits, traits);
  traits.shared_data_dir = words[1];
  traits.user_data_dir = words[2];
  traits.app_name = "rime.bench";
  traits.min_log_level = 3;
  rime->setup(&traits);
  rime->initialize(&traits);
  if (rime->start_maintenance(True)) rime->join_maintenance_thread();
  RimeSessionId session = rime->create_session();
  if (!rime->select_schema(session, words[3])) return 3;
  rime->set_option(session, "simplification", True);
  rime->set_option(session, "zh_simp", True);
  char line[2048];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *target = strchr(line, '\t');
    if (!target) continue;
    *target++ = 0;
    type(session, line);
    print_five(session);
    printf("%d\n", choose(session, target));
  }
  rime->finalize();
  return 0;
}
