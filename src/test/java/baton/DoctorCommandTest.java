// SPDX-License-Identifier: Apache-2.0
package baton;

import static org.assertj.core.api.Assertions.assertThat;

import baton.run.Settings;
import baton.simulator.Credentials;
import baton.simulator.Simulator;
import baton.simulator.SimulatorSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code baton doctor} against a real hub and the simulator; each thing that can be wrong is made wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoctorCommandTest {
    private static final String ACCESS = "EAAG-token-of-the-test";
    private static final String APP_SECRET = "app-secret-of-the-test";
    private static final String VERIFY = "verify-token-of-the-test";
    private static final String PASSWORD = "password-of-the-test";
    private static final String ACCOUNT = "881200450013377";

    @TempDir
    static Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private InstantSource clock = InstantSource.system();
    private Simulator simulator;
    private HubApp hub;

    @BeforeAll
    void start() {
        var meta = SimulatorSettings.of(URI.create("http://127.0.0.1:1"), APP_SECRET, clock);
        simulator = new Simulator(meta.withCredentials(new Credentials(APP_SECRET, VERIFY, Optional.of(ACCESS))));
        simulator.start();
        aSetUpThatIsRight();
        startHub();
    }

    private void startHub() {
        hub = HubApp.start(Settings.read(List.of(), environment), InstantSource.system());
        simulator.pointAt(URI.create(hub.address()));
    }

    @BeforeEach
    void aSetUpThatIsRight() {
        clock = InstantSource.system();
        control("/simulator/account", "{}");
        environment.clear();
        environment.putAll(Map.of(
                "BATON_PORT", "0",
                "BATON_DATA", folder.resolve("data").toString(),
                "BATON_APP_SECRET", APP_SECRET,
                "BATON_VERIFY_TOKEN", VERIFY,
                "BATON_ACCESS_TOKEN", ACCESS,
                "BATON_PHONE_NUMBER_ID", "771940260085512",
                "BATON_WABA_ID", ACCOUNT,
                "BATON_GRAPH_URL", simulator.url(),
                "BATON_ADMIN_PASSWORD", PASSWORD));
    }

    @AfterAll
    void end() {
        hub.close();
        simulator.close();
    }

    @Test
    void aRightSetUpIsToldLineByLine() {
        Visit visit = visit();
        assertThat(visit.lines()).allMatch(line -> line.startsWith("OK ") || line.contains(" disk "));
        assertThat(visit.lines())
                .extracting(line -> line.substring(13, 26).strip())
                .containsExactly(
                        "settings",
                        "clock",
                        "token",
                        "app secret",
                        "number",
                        "account",
                        "subscription",
                        "fields",
                        "address",
                        "handshake",
                        "signed",
                        "forged",
                        "database",
                        "sign-in",
                        "disk",
                        "files");
        assertThat(visit.line("number")).contains("Invented Shop", "quality GREEN", "throughput STANDARD", "TIER_2K");
        assertThat(visit.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        token        | {"tokenValid":false}                            | Expired or revoked
        token        | {"scopes":["whatsapp_business_messaging"]}      | Lacks whatsapp_business_management
        token        | {"expires":1000000000}                          | Make a token of a system user
        number       | {"status":"DISCONNECTED"}                       | is DISCONNECTED, not CONNECTED
        number       | {"canSend":"BLOCKED"}                           | not linked to an account
        number       | {"canSend":"LIMITED"}                           | display name is not approved
        fields       | {"fields":["account_update"]}                   | does not get 'messages'
        """)
    void whatMetaHoldsAgainstUsIsWrong(String check, String standing, String words) {
        control("/simulator/account", standing);
        Visit visit = visit();
        assertThat(visit.line(check)).startsWith("WRONG").contains(words);
        assertThat(visit.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BATON_ACCESS_TOKEN    | some-other-token   | token        | Make a new token for the system user
        BATON_APP_SECRET      | some-other-secret  | app secret   | Not that of app 550120093312468
        BATON_APP_SECRET      | some-other-secret  | signed       | refused with 401
        BATON_VERIFY_TOKEN    | some-other-verify  | handshake    | another verify token
        BATON_PHONE_NUMBER_ID | 1234               | number       | does not exist for it
        BATON_PHONE_NUMBER_ID | 1234               | account      | does not hold 1234
        BATON_WABA_ID         | 4321               | account      | does not exist for it
        BATON_WABA_ID         | 4321               | subscription | does not exist for it
        BATON_PUBLIC_URL      | http://127.0.0.1:9 | address      | Meta delivers 771940260085512 to
        BATON_PUBLIC_URL      | http://127.0.0.1:9 | handshake    | cannot be reached
        BATON_GRAPH_URL       | http://127.0.0.1:9 | token        | The Graph API does not answer
        BATON_DB_URL          | jdbc:postgresql://127.0.0.1:9/x?user=u&password=hush | database | Cannot be opened
        """)
    void aWrongSettingIsNamed(String variable, String value, String check, String words) {
        environment.put(variable, value);
        Visit visit = visit();
        assertThat(visit.line(check)).startsWith("WRONG").contains(words);
        assertThat(visit.exit()).isEqualTo(1);
        assertThat(String.join(" ", visit.lines())).doesNotContain("hush", "some-other-");
    }

    @Test
    void anAccountThatDoesNotDeliverToTheAppIsFound() {
        send(HttpRequest.newBuilder(graph("/v25.0/" + ACCOUNT + "/subscribed_apps"))
                .header("Authorization", "Bearer " + ACCESS)
                .DELETE());
        assertThat(visit().line("subscription")).startsWith("WRONG").contains("nothing will ever arrive");
        send(HttpRequest.newBuilder(graph("/v25.0/" + ACCOUNT + "/subscribed_apps"))
                .header("Authorization", "Bearer " + ACCESS)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(visit().line("subscription")).startsWith("OK");
    }

    @Test
    void aWebhookThatAnswersEverybodyIsNoHub() throws IOException {
        try (var server = new mockwebserver3.MockWebServer()) {
            for (int i = 0; i < 3; i++) {
                server.enqueue(new mockwebserver3.MockResponse.Builder()
                        .code(200)
                        .body("hello")
                        .build());
            }
            server.start();
            environment.put("BATON_PUBLIC_URL", server.url("/webhooks/whatsapp").toString());
            Visit visit = visit();
            assertThat(visit.line("handshake")).startsWith("WRONG").contains("instead of the challenge");
            assertThat(visit.line("signed")).startsWith("OK");
            assertThat(visit.line("forged")).startsWith("WRONG").contains("not Baton's hub");
        }
    }

    @Test
    void aClockAnHourAheadIsToldInSeconds() {
        clock = () -> Instant.now().plus(Duration.ofHours(1));
        assertThat(visit().line("clock")).startsWith("WRONG").containsPattern("3(599|600|601) s ahead");
    }

    @Test
    void beforeTheFirstStartTheDatabaseIsFineAndTheWebhookIsNot() {
        hub.close();
        environment.put("BATON_DATA", folder.resolve("fresh").toString());
        environment.remove("BATON_ADMIN_PASSWORD");
        Visit visit = visit();
        assertThat(visit.line("handshake")).startsWith("WRONG").contains("Start the hub");
        assertThat(visit.line("signed")).startsWith("NOT CHECKED");
        assertThat(visit.line("database")).startsWith("OK").contains("first start");
        assertThat(visit.line("sign-in")).startsWith("WRONG").contains("BATON_ADMIN_PASSWORD");
        aSetUpThatIsRight();
        startHub();
    }

    @Test
    void aStoppedHubsDatabaseIsReadWithItsVersionAndPeople() {
        hub.close();
        environment.remove("BATON_ADMIN_PASSWORD");
        Visit visit = visit();
        assertThat(visit.line("database")).startsWith("OK").contains("migrated, version ");
        assertThat(visit.line("sign-in")).startsWith("OK").contains("Somebody");
        startHub();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatOtherAccountsMayReadIsNamedWithTheCommandThatMendsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("hub.properties"), "undo=5\n");
        environment.put("BATON_SETTINGS", file.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Visit open = visit();
        assertThat(open.line("files")).startsWith("WRONG").contains("chmod go-rwx '" + file + "'");
        assertThat(open.exit()).isEqualTo(1);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(visit().line("files")).startsWith("OK");
    }

    @Test
    void withoutSettingsNothingElseIsChecked() {
        environment.remove("BATON_ACCESS_TOKEN");
        Visit visit = visit();
        assertThat(visit.lines().getFirst()).startsWith("WRONG").contains("settings", "Access token");
        assertThat(visit.lines().subList(1, visit.lines().size()))
                .hasSize(15)
                .allMatch(line -> line.startsWith("NOT CHECKED"));
        assertThat(visit.exit()).isEqualTo(1);
    }

    @Test
    void wordsThatAreNoOptionEndWithTwo() {
        Visit visit = visit("--tokn", "x");
        assertThat(visit.lines())
                .containsExactly(
                        "baton doctor: There is no option '--tokn'; see --help.",
                        "baton doctor: There is no option 'x'; see --help.");
        assertThat(visit.exit()).isEqualTo(2);
    }

    @Test
    void noSecretIsEverPrinted() {
        List<String> said = new ArrayList<>(visit().lines());
        control("/simulator/account", "{\"tokenValid\":false}");
        said.addAll(visit().lines());
        environment.put("BATON_GRAPH_URL", "http://127.0.0.1:9/" + ACCESS);
        said.addAll(visit().lines());
        assertThat(String.join(" ", said)).doesNotContain(ACCESS, APP_SECRET, VERIFY, PASSWORD);
    }

    /** What it printed, and how it ended. */
    private record Visit(int exit, List<String> lines) {
        String line(String check) {
            return lines.stream()
                    .filter(line ->
                            line.length() > 26 && line.substring(13, 26).strip().equals(check))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No line '" + check + "' in " + lines));
        }
    }

    private Visit visit(String... words) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = DoctorCommand.run(List.of(words), environment, clock, print, print);
        return new Visit(exit, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private URI graph(String path) {
        return URI.create(simulator.url() + path);
    }

    private void control(String path, String body) {
        send(HttpRequest.newBuilder(graph(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
