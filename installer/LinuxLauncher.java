// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A shell script in the place of jpackage's launcher for Linux, which asks {@code rpm} and {@code dpkg} twice at each start whose file it is: a fifth of a
 * second with a few thousand packages, more with more. It says to Java what the launcher's settings say, word for word.
 */
final class LinuxLauncher {
    private static final String FRONT = """
        #!/bin/sh
        # SPDX-License-Identifier: Apache-2.0
        # Starts Baton with the Java that came with it, from wherever the folder lies and whoever links to this file.
        self=$0
        case $self in
          */*) ;;
          *) self=./$self ;;
        esac
        while [ -h "$self" ]; do
          target=$(readlink "$self")
          case $target in
            /*) self=$target ;;
            *) self=${self%/*}/$target ;;
          esac
        done
        lib=$(CDPATH='' cd -P -- "${self%/*}/../lib" && pwd -P) || exit 1
        unset JDK_JAVA_OPTIONS
        """;

    /** What a desk does without, most of it the hub's: Java looks through each jar of a class path at every start, 30 ms for these. */
    private static final Pattern NOT_FOR_DESKS =
            Pattern.compile(".*/(bcprov|bucket4j|caffeine|controlsfx|flyway-database|jetty|libphonenumber|picocli|prometheus)[^/]*");

    private final List<String> settings;

    private LinuxLauncher(Path settings) throws IOException {
        this.settings = Files.readAllLines(settings);
    }

    /** Takes the launcher's place. {@code settings}: the file that jpackage made for it. */
    static void replace(Path launcher, Path settings) throws IOException {
        LinuxLauncher whole = new LinuxLauncher(settings);
        Files.writeString(launcher, FRONT + whole.defaults() + whole.start(_ -> true));
    }

    /** The same for a desk, without what desks do not need; what is asked of it beside a desk goes to {@code other}, a launcher in the same folder. */
    static void replaceForDesk(Path launcher, Path settings, String other) throws IOException {
        LinuxLauncher desk = new LinuxLauncher(settings);
        String elsewhere = """
            case "$1 $#" in
              console\\ * | "rehearse 2") ;;
              *) exec "$lib/../bin/%s" "$@" ;;
            esac
            """.formatted(other);
        String start = desk.start(jar -> !NOT_FOR_DESKS.matcher(jar).matches());
        Files.writeString(launcher, FRONT + desk.defaults() + elsewhere + start);
    }

    private String defaults() {
        return "[ $# -gt 0 ] || set -- " + quoted(values("arguments")) + "\n";
    }

    private String start(Predicate<String> jars) {
        List<String> words = new ArrayList<>(values("java-options"));
        words.add("-cp");
        words.add(values("app.classpath").stream().filter(jars).collect(Collectors.joining(":")));
        words.add(values("app.mainclass").getFirst());
        return "exec \"$lib/runtime/bin/java\" " + quoted(words) + " \"$@\"\n";
    }

    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> '"' + word.replace("$APPDIR", "$lib/app") + '"')
                .collect(Collectors.joining(" "));
    }

    private List<String> values(String key) {
        return settings.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
