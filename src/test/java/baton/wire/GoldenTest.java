// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import baton.domain.Anything;
import baton.domain.UnknownEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One example of every event as every release wrote it, for ever readable. A folder belongs to the release that first wrote these
 * kinds; its files are never changed, a new meaning is a new kind.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    static Stream<String> kinds() {
        return EventCodec.kinds().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAndWrittenAgainTheSame(Path file) throws IOException {
        String golden = Files.readString(file);
        String kind = file.getFileName().toString().replace(".json", "");

        assertThat(EventCodec.read(kind, golden)).isNotInstanceOf(UnknownEvent.class);
        assertThat(Json.MAPPER.readTree(EventCodec.body(EventCodec.read(kind, golden))))
                .isEqualTo(Json.MAPPER.readTree(golden));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAnExample(String kind) throws IOException {
        if (files().noneMatch(file -> file.endsWith(kind + ".json"))) {
            String draft = Json.MAPPER
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(
                            new Anything(new Random(1)).of(EventCodec.kinds().get(kind)));
            fail("Write " + kind + ".json into the folder of this release under " + GOLDEN + ", a realistic one like\n"
                    + draft);
        }
    }

    @Test
    void theReleasesAreThere() throws IOException {
        try (Stream<Path> releases = Files.list(GOLDEN)) {
            assertThat(releases.map(release -> release.getFileName().toString()))
                    .containsAll(List.of("0.1.0"));
        }
    }
}
