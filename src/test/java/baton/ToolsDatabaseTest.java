// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tool says about a database's address; at the one given here nobody listens, and it does not count as this machine. */
final class ToolsDatabaseTest {
    private static final String NEEDS_TLS = "sslmode=verify-full";
    private static final String THERE = "jdbc:postgresql://0.0.0.0:1/baton?user=u&password=hush";

    @TempDir
    private Path place;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(before);
    }

    /** What it says of the address when started with these words more. */
    private String said(String tool, Map<String, String> environment, String... more) {
        said.reset();
        String file = place.resolve("backup.zip").toString();
        List<String> words = Stream.concat(Stream.of("--db"), Stream.of(more)).toList();
        int exit = switch (tool) {
            case "backup" -> BackupCommand.run(with(words, "--to", file), environment);
            case "restore" -> RestoreCommand.run(with(words, "--from", file), environment);
            default -> CheckCommand.run(words, environment);
        };
        assertThat(exit).isNotZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore", "check"})
    void goesToAnotherMachineOnlyByVerifiedTls(String tool) {
        assertThat(said(tool, Map.of(), THERE))
                .contains(NEEDS_TLS, "--db-plain")
                .doesNotContain("hush");
        assertThat(said(tool, Map.of("BATON_DB_PLAIN", "false"), THERE + "&sslmode=require"))
                .contains(NEEDS_TLS);
        assertThat(said(tool, Map.of(), THERE + "&sslmode=verify-ca"))
                .contains("cannot be opened")
                .doesNotContain(NEEDS_TLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "restore", "check"})
    void goesThereAllTheSameWhereTheNetworkIsSaidToBeTrusted(String tool) {
        assertThat(said(tool, Map.of(), THERE, "--db-plain"))
                .contains("cannot be opened")
                .doesNotContain(NEEDS_TLS);
        assertThat(said(tool, Map.of("BATON_DB_PLAIN", "true"), THERE))
                .contains("cannot be opened")
                .doesNotContain(NEEDS_TLS);
    }
}
