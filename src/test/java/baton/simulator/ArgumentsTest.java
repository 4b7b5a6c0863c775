// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {
    private static Arguments.Read read(String line) {
        return Arguments.read(List.of(line.split(" ", -1)), Map.of(), new HandClock(), text -> {});
    }

    @Test
    void theShortestCommandIsEnough() {
        var right = (Arguments.Right) read("--port 0 --hub http://127.0.0.1:8080 --app-secret s");
        assertThat(right.settings().hub()).hasToString("http://127.0.0.1:8080/webhooks/whatsapp");
        assertThat(right.settings().crowd().customers()).isZero();
        assertThat(right.settings().weather()).isEqualTo(Weather.CALM);
    }

    @Test
    void everythingCanBeSaid() {
        var right = (Arguments.Right) read("--port=81 --hub https://hub.example/hook --app-secret s --verify-token v"
                + " --access-token t --phone-number-id 99 --seed 5 --weather rough --customers 40 --per-minute 7.5"
                + " --bind 0.0.0.0");
        SimulatorSettings settings = right.settings();
        assertThat(settings.port()).isEqualTo(81);
        assertThat(settings.hub()).hasToString("https://hub.example/hook");
        assertThat(settings.credentials().accepts("t")).isTrue();
        assertThat(settings.credentials().accepts("u")).isFalse();
        assertThat(settings.line().phoneNumberId()).isEqualTo("99");
        assertThat(settings.crowd()).isEqualTo(new CrowdSettings(40, 7.5));
    }

    @Test
    void aSeedAloneBringsCustomers() {
        var right = (Arguments.Right) read("--port 0 --hub http://h --app-secret s --seed 5");
        assertThat(right.settings().crowd().customers()).isEqualTo(12);
    }

    @Test
    void theSecretMayComeFromTheEnvironment() {
        var read = Arguments.read(
                List.of("--port", "0", "--hub", "http://h"),
                Map.of("BATON_APP_SECRET", "s"),
                new HandClock(),
                text -> {});
        assertThat(read).isInstanceOf(Arguments.Right.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --hub http://h --app-secret s                     | --port is missing; see --help
        --port 0 --app-secret s                           | --hub is missing; see --help
        --port 0 --hub http://h                           | --app-secret is missing; see --help
        --port x --hub http://h --app-secret s            | --port must be a whole number, not x
        --port 70000 --hub http://h --app-secret s        | --port must be 0 to 65535, not 70000
        --port 0 --hub ftp://h --app-secret s             | --hub must be an http or https address, not ftp://h
        --port 0 --hub http://h --app-secret s --weather x | --weather must be calm or rough, not x
        --port 0 --hub http://h --app-secret s --colour x | unknown argument --colour; see --help
        --port 0 --hub http://h --app-secret              | --app-secret needs a value
        """)
    void badInputGetsOneSentence(String line, String sentence) {
        assertThat(read(line)).isEqualTo(new Arguments.Wrong(sentence));
    }

    @Test
    void badInputEndsWith2AndHelpWith0() {
        var err = new ByteArrayOutputStream();
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        assertThat(SimulatorApp.run(new String[] {"--nonsense"}, stream, stream))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("baton simulator: unknown argument --nonsense");
        assertThat(SimulatorApp.run(new String[] {"--help"}, stream, stream)).isZero();
    }

    @Test
    void aTakenPortEndsWith2() {
        try (var stage = new Stage()) {
            var err = new ByteArrayOutputStream();
            var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
            String[] args = {"--port", "" + stage.simulator.port(), "--hub", "http://h", "--app-secret", "s"};
            assertThat(SimulatorApp.run(args, stream, stream)).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot listen on 127.0.0.1");
        }
    }
}
