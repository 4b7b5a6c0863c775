// SPDX-License-Identifier: Apache-2.0
package baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every library that ships can be had under a licence that lets Baton stay Apache-2.0. The build lists them before it tests. */
final class LicencesTest {
    private static final Path LIST = Path.of("target/third-party/THIRD-PARTY.txt");

    /** The GPL only with the Class Path Exception, which JavaFX carries. */
    private static final Pattern ALLOWED = Pattern.compile(
            "(?i).*\\b(apache|mit|bsd|epl|eclipse public|mpl|mozilla public|bouncy castle|unicode|cc0)\\b.*"
                    + "|.*\\bgpl.*(class ?path exception|\\+ ?ce\\b).*");

    @Test
    void everyShippedLibraryIsAllowed() {
        List<String> libraries = Sources.text(LIST)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(libraries).hasSizeGreaterThan(10).allMatch(LicencesTest::isAllowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.a:a:1 | Apache-2.0 | https://a.org",
                "ch.qos.logback:logback-core:1 | EPL-2.0 or LGPL-2.1-only | http://logback.qos.ch",
                "org.openjfx:javafx-base:26 | GPLv2+CE | -",
                "org.b:b:1 | GPL version 2 with the Classpath Exception | -",
            })
    void oneGoodLicenceIsEnough(String library) {
        assertThat(isAllowed(library)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache:mit:1 | GPL-3.0 | https://apache.org",
                "org.b:b:1 | GNU Affero General Public License v3 | -",
                "org.c:c:1 | AGPL-3.0 or LGPL-2.1 | -",
                "org.d:d:1 | Unknown license | -",
            })
    void copyleftAloneAndUnknownLicencesAreRefused(String library) {
        assertThat(isAllowed(library)).isFalse();
    }

    private static boolean isAllowed(String library) {
        String licences = library.split(" \\| ", -1)[1];
        return Stream.of(licences.split(" or ", -1))
                .anyMatch(name -> ALLOWED.matcher(name).matches());
    }
}
