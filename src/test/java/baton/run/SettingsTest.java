// SPDX-License-Identifier: Apache-2.0
package baton.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    private static final Map<String, String> ENOUGH = Map.of(
            "BATON_APP_SECRET", "hush-app",
            "BATON_VERIFY_TOKEN", "hush-verify",
            "BATON_ACCESS_TOKEN", "hush-access",
            "BATON_PHONE_NUMBER_ID", "111, 222");

    @TempDir
    private Path folder;

    private Settings read(String... words) {
        return Settings.read(List.of(words), ENOUGH);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        Settings settings = read();
        assertThat(settings.listening().port()).isEqualTo(8080);
        assertThat(settings.listening().bind()).isEqualTo("127.0.0.1");
        assertThat(settings.platform().numbers()).containsExactly("111", "222");
        assertThat(settings.platform().version()).isEqualTo("v25.0");
        assertThat(settings.claims().lease()).isEqualTo(Duration.ofMinutes(7));
        assertThat(settings.storage().rawRetention()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.adminPassword()).isEmpty();
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Files.writeString(folder.resolve("hub.properties"), "port=1\nundo=1\nsession=1\n");
        Map<String, String> environment = new HashMap<>(ENOUGH);
        environment.put("BATON_PORT", "2");
        environment.put("BATON_UNDO", "2");
        environment.put("BATON_DATA", folder.toString());
        Settings settings = Settings.read(List.of("--port", "3"), environment);
        assertThat(settings.listening().port()).isEqualTo(3);
        assertThat(settings.claims().undo()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.listening().session()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void everythingMissingIsSaidAtOnce() {
        BadSettings bad = catchThrowableOfType(BadSettings.class, () -> Settings.read(List.of(), Map.of()));
        assertThat(bad.problems()).hasSize(4);
        assertThat(bad.problems().getFirst())
                .contains("--app-secret", "BATON_APP_SECRET", "app-secret= in the settings file");
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNoSecretWithIt() {
        BadSettings bad = catchThrowableOfType(
                BadSettings.class,
                () -> read(
                        "--port",
                        "many",
                        "--claim-lease=4",
                        "--graph-url",
                        "ftp://x",
                        "--nonsense",
                        "--db",
                        "jdbc:oracle:hush-password",
                        "--tls-cert",
                        folder.resolve("none").toString()));
        assertThat(bad.problems())
                .anySatisfy(problem -> assertThat(problem).isEqualTo("--port must be a whole number from 0 to 65535."))
                .anySatisfy(problem -> assertThat(problem).contains("--claim-lease must be"))
                .anySatisfy(problem -> assertThat(problem).contains("--graph-url must be"))
                .anySatisfy(problem -> assertThat(problem).contains("no option '--nonsense'"))
                .anySatisfy(problem -> assertThat(problem).contains("jdbc:postgresql"))
                .anySatisfy(problem -> assertThat(problem).contains("cannot be read"))
                .anySatisfy(problem -> assertThat(problem).contains("given together"))
                .noneSatisfy(problem -> assertThat(problem).contains("hush"));
    }

    @Test
    void offLoopbackThereMustBeTls() {
        assertThatThrownBy(() -> read("--bind", "0.0.0.0")).hasMessageContaining("--behind-proxy");
        assertThat(read("--bind", "0.0.0.0", "--behind-proxy").listening().behindProxy())
                .isTrue();
        assertThat(read("--bind", "::1").listening().bind()).isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9901",
                "http://127.0.0.1:9901",
                "http://127.8.9.1",
                "http://[::1]:9901",
                "https://graph.example.com"
            })
    void theTokenGoesOutEncryptedOrNotAtAll(String url) {
        assertThat(read("--graph-url", url).platform().graph()).isEqualTo(URI.create(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://graph.facebook.com",
                "http://10.0.0.1:9901",
                "http://127.0.0.1.example.com",
                "http://127.0.0.1@example.com",
                "http://localhost.example.com",
                "http://under_score"
            })
    void theTokenNeverGoesToAnotherMachineInTheClear(String url) {
        assertThatThrownBy(() -> read("--graph-url", url))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("--graph-url must begin with https://");
    }

    @Test
    void whatIsNoAddressIsSaidInASentenceToo() {
        assertThatThrownBy(() -> read("--graph-url", "http://[::1"))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("must be an address");
    }

    @Test
    void aDatabaseOnAnotherMachineNeedsVerifiedTlsOrATrustedNetwork() {
        String there = "jdbc:postgresql://db.example.com/baton?user=u&password=hush";
        assertThatThrownBy(() -> read("--db", there))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("sslmode=verify-full")
                .hasMessageContaining("--db-plain")
                .hasMessageNotContaining("hush");
        assertThat(read("--db", there, "--db-plain").storage().url()).isPresent();
        assertThat(read("--db", there + "&sslmode=verify-full").storage().url()).isPresent();
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(read("--db", "jdbc:postgresql://localhost/d?password=hush", "--admin-password=hush-admin")
                        .toString())
                .doesNotContain("hush");
    }

    @Test
    void theSettingsPageHasARowForEveryOption() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));
        for (Option option : Option.values()) {
            assertThat(page)
                    .contains("| `--%s` | `%s` | %s | %s |"
                            .formatted(
                                    option.key(),
                                    option.environment(),
                                    option.isRequired()
                                            ? "required"
                                            : option.otherwise().orElse(""),
                                    option.description()));
        }
    }

    @Test
    void helpNamesEveryOptionAndItsVariable() {
        for (Option option : Option.values()) {
            assertThat(Option.help()).contains("--" + option.key(), option.environment());
        }
    }
}
