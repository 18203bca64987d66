import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;

/**
 * Makes pairs.txt: how often one word follows another in the bigrams of Lucene's SmartChineseAnalyzer (Apache License 2.0), as
 * Debian's liblucene4.10-java carries them:
 *
 *   java CountPairs.java /usr/share/java/lucene-analyzers-smartcn-4.10.4.jar > pairs.txt     (two minutes)
 *
 * The jar keeps only hashes of the pairs (FNV-1a over "first@second"), so every two words of its dictionary are tried.
 */
class CountPairs {
  static final String FOLDER = "org/apache/lucene/analysis/cn/smart/hhmm/";
  static final Map<String, String> MARKS = Map.of("未##人", "P", "未##数", "N", "未##地", "L");

  public static void main(String[] arguments) throws Exception {
    try (ZipFile jar = new ZipFile(arguments[0])) {
      String[] words = words(jar);
      Map<Long, Integer> counts = counts(jar);
      Map<String, TreeMap<String, Integer>> rows = new TreeMap<>();
      long[] likely = filter(counts);
      char[][] letters = new char[words.length][];
      int[] shared = new int[words.length];
      for (int at = 0; at < words.length; at++) {
        letters[at] = words[at].toCharArray();
        if (at > 0) shared[at] = sharedStart(words[at - 1], words[at]);
      }
      long[] steps = new long[64];
      for (String first : words) {
        steps[0] = step(hash(first), '@');
        for (int at = 0; at < words.length; at++) {
          char[] second = letters[at];
          // Words are sorted: what this one shares with the one before is hashed already.
          for (int letter = shared[at]; letter < second.length; letter++)
            steps[letter + 1] = step(steps[letter], second[letter]);
          long key = steps[second.length];
          if ((likely[(int) (key >>> 45)] >>> ((key >>> 39) & 63) & 1) == 0) continue;
          Integer count = counts.get(key);
          if (count != null) add(rows, name(first, "^"), name(words[at], "$"), count);
        }
      }
      print(rows);
    }
  }

  static void add(Map<String, TreeMap<String, Integer>> rows, String first, String second, int count) {
    if (first == null || second == null || (first.equals("^") && second.equals("$"))) return;
    rows.computeIfAbsent(first, key -> new TreeMap<>()).merge(second, count, Integer::sum);
  }

  /** A word of hanzi as it is, a kind of words as its mark, anything else ends a clause; what is unknown to the dictionary: nothing. */
  static String name(String word, String boundary) {
    if (word.startsWith("未##")) return MARKS.get(word);
    return word.chars().allMatch(each -> each >= 0x4e00 && each <= 0x9fff) ? word : boundary;
  }

  static void print(Map<String, TreeMap<String, Integer>> rows) throws IOException {
    PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, "UTF-8");
    out.println("# Which words follow which, and how often: the bigrams of Lucene's SmartChineseAnalyzer (Apache License 2.0,");
    out.println("# Copyright 2009 www.imdict.net), as CountPairs.java reads them. A word, then those after it with their counts.");
    out.println("# ^ where a clause begins, $ where it ends, P a person, N a number, L a place.");
    rows.forEach((first, row) -> {
      StringBuilder line = new StringBuilder(first);
      row.forEach((second, count) -> line.append(' ').append(second).append(count));
      out.println(line);
    });
    out.flush();
  }

  static String[] words(ZipFile jar) throws Exception {
    try (ObjectInputStream in = open(jar, "coredict.mem")) {
      in.readObject();
      in.readObject();
      char[][][] rests = (char[][][]) in.readObject();
      List<String> found = new ArrayList<>();
      for (int first = 0; first < rests.length; first++) {
        if (rests[first] == null) continue;
        byte[] code = {(byte) (first / 94 + 0xa1), (byte) (first % 94 + 0xa1)};
        String start = new String(code, "GB2312");
        for (char[] rest : rests[first]) found.add(rest == null ? start : start + new String(rest));
      }
      return found.stream().distinct().sorted().toArray(String[]::new);
    }
  }

  static Map<Long, Integer> counts(ZipFile jar) throws Exception {
    try (ObjectInputStream in = open(jar, "bigramdict.mem")) {
      long[] keys = (long[]) in.readObject();
      int[] counts = (int[]) in.readObject();
      Map<Long, Integer> found = new HashMap<>();
      for (int at = 0; at < keys.length; at++) if (keys[at] != 0) found.put(keys[at], counts[at]);
      return found;
    }
  }

  static ObjectInputStream open(ZipFile jar, String name) throws IOException {
    return new ObjectInputStream(jar.getInputStream(jar.getEntry(FOLDER + name)));
  }

  /** One bit for each of the first 25 of a key: most of what is tried is no pair. */
  static long[] filter(Map<Long, Integer> counts) {
    long[] bits = new long[1 << 19];
    for (long key : counts.keySet()) bits[(int) (key >>> 45)] |= 1L << ((key >>> 39) & 63);
    return bits;
  }

  static int sharedStart(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) at++;
    return at;
  }

  static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (char each : text.toCharArray()) hash = step(hash, each);
    return hash;
  }

  static long step(long hash, char each) {
    long half = (hash ^ (each & 0xff)) * 1099511628211L;
    return (half ^ (each >> 8)) * 1099511628211L;
  }
}
