// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.domain.NumberId;
import baton.run.Secret;
import baton.run.Settings;
import baton.whatsapp.AccountClient;
import baton.whatsapp.AppWebhook;
import baton.whatsapp.GraphClient;
import baton.whatsapp.GraphSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Looks at every step of a set-up as the hub and Meta will and tells each finding at once. Blocks for
 * seconds; changes nothing, but for one empty delivery that the hub counts. No finding holds a secret.
 */
public final class Doctor {
    private static final GraphSettings.Timeouts PATIENCE =
            new GraphSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
    private static final List<String> ALL = List.of(
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

    private final Settings settings;
    private final InstantSource clock;
    private final Chart chart;

    public Doctor(Settings settings, InstantSource clock, Consumer<Finding> reader) {
        this.settings = settings;
        this.clock = clock;
        this.chart = new Chart(reader, text -> Censor.strike(text, secrets(settings)));
    }

    /** One line for each thing wrong with the settings, and one for everything that needs them. */
    public static void withoutSettings(List<String> problems, Consumer<Finding> reader) {
        problems.forEach(problem -> reader.accept(Finding.wrong("settings", problem)));
        ALL.forEach(check -> reader.accept(Finding.notChecked(check, "Needs complete settings.")));
    }

    /** True when nothing is wrong; what could not be checked does not count. */
    public boolean examine() {
        Settings.Platform platform = settings.platform();
        List<NumberId> numbers = platform.numbers().stream().map(NumberId::new).toList();
        chart.ok(
                "settings",
                "Complete: " + numbers.size() + (numbers.size() == 1 ? " number" : " numbers") + ", Graph API "
                        + platform.version() + " at " + platform.graph() + ".");
        GraphSettings graphSettings = new GraphSettings(
                platform.graph(), platform.version(), platform::accessToken, Optional.empty(), PATIENCE);
        GraphClient graph = new GraphClient(graphSettings);
        AccountClient client = new AccountClient(graphSettings, platform.appSecret());
        Optional<String> app = new TokenExam(graph, client, clock, chart).run();
        Map<NumberId, Optional<String>> addresses = new NumberExam(graph, chart).run(numbers);
        AccountExam account = new AccountExam(client, chart);
        account.numbers(platform.account(), numbers);
        account.subscription(platform.account(), app);
        Optional<String> ofApp = account.fields(app).flatMap(AppWebhook::address);
        new WebhookExam(platform, chart).run(addresses, ofApp);
        new HouseExam(settings, chart).run();
        return !chart.anythingWrong();
    }

    private static List<Secret> secrets(Settings settings) {
        Settings.Platform platform = settings.platform();
        return Stream.of(
                        Optional.of(platform.accessToken()),
                        Optional.of(platform.appSecret()),
                        Optional.of(platform.verifyToken()),
                        settings.adminPassword(),
                        settings.storage().url())
                .flatMap(Optional::stream)
                .toList();
    }
}
