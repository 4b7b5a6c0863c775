// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private final List<String> settings;

    private LinuxLauncher(List<String> settings) {
        this.settings = settings;
    }

    /** Takes the launcher's place. {@code settings}: the file that jpackage made for it. */
    static void replace(Path launcher, Path settings) throws IOException {
        Files.writeString(launcher, new LinuxLauncher(Files.readAllLines(settings)).script());
    }

    private String script() {
        String classPath = String.join(":", values("app.classpath"));
        List<String> words = new ArrayList<>(values("java-options"));
        words.addAll(List.of("-cp", classPath, values("app.mainclass").getFirst()));
        return FRONT + """
            [ $# -gt 0 ] || set -- %s
            exec "$lib/runtime/bin/java" %s "$@"
            """.formatted(quoted(values("arguments")), quoted(words));
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
