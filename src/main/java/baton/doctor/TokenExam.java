// SPDX-License-Identifier: Apache-2.0
package baton.doctor;

import baton.whatsapp.AccountClient;
import baton.whatsapp.GraphAnswer;
import baton.whatsapp.GraphClient;
import baton.whatsapp.TokenHealth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Clock, access token, app secret (WHATSAPP.md 0.2, 1.2). */
final class TokenExam {
    /** Beyond this, windows and sessions end visibly at the wrong time. */
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofDays(7);
    private static final String CLOCK = "clock";
    private static final String TOKEN = "token";
    private static final String SECRET = "app secret";

    private final GraphClient graph;
    private final AccountClient account;
    private final InstantSource clock;
    private final Chart chart;

    TokenExam(GraphClient graph, AccountClient account, InstantSource clock, Chart chart) {
        this.graph = graph;
        this.account = account;
        this.clock = clock;
        this.chart = chart;
    }

    /** The app the token belongs to, if Meta says. */
    Optional<String> run() {
        clock();
        Optional<String> app = token();
        if (app.isPresent()) {
            secret(app.get());
        } else {
            chart.notChecked(SECRET, "Needs a token that works, which names its app.");
        }
        return app;
    }

    private void clock() {
        Instant before = clock.instant();
        GraphAnswer<Instant> answer = account.time();
        Instant after = clock.instant();
        if (!(answer instanceof GraphAnswer.Ok<Instant>(var meta))) {
            chart.notChecked(CLOCK, "Meta's clock is not known without an answer.");
            return;
        }
        // the header has whole seconds, so its middle is meant; ours is that of the middle of the call
        Duration off = Duration.between(
                meta.plusMillis(500),
                before.plus(Duration.between(before, after).dividedBy(2)));
        long seconds = Math.abs(Math.round(off.toMillis() / 1e3));
        if (off.abs().compareTo(TOLERATED) <= 0) {
            chart.ok(CLOCK, "Within " + Math.max(1, seconds) + " s of Meta's.");
        } else {
            chart.wrong(
                    CLOCK,
                    "This machine's clock is " + seconds + " s " + (off.isNegative() ? "behind" : "ahead of")
                            + " Meta's: service windows would end at the wrong time. Switch on time synchronisation.");
        }
    }

    private Optional<String> token() {
        return switch (graph.checkToken()) {
            case GraphAnswer.Ok<TokenHealth>(var token) -> {
                judge(token);
                yield token.appId().filter(_ -> token.valid());
            }
            case GraphAnswer.Refused<TokenHealth> no -> {
                chart.wrong(TOKEN, Advice.refused(no.failure()));
                yield Optional.empty();
            }
            case GraphAnswer.Unreachable<TokenHealth>(var failure) -> {
                chart.wrong(TOKEN, Advice.unreachable(failure));
                yield Optional.empty();
            }
        };
    }

    private void judge(TokenHealth token) {
        String until = token.expiresAt()
                .map(end -> "valid until " + end.atOffset(ZoneOffset.UTC).toLocalDate() + " (UTC)")
                .orElse("never expires");
        boolean endsSoon = token.expiresAt()
                .filter(end -> end.isBefore(clock.instant().plus(SOON)))
                .isPresent();
        if (!token.valid()) {
            chart.wrong(TOKEN, "Expired or revoked. Make a new token for the system user: BATON_ACCESS_TOKEN.");
        } else if (!token.missingScopes().isEmpty()) {
            chart.wrong(
                    TOKEN,
                    "Lacks " + String.join(" and ", token.missingScopes())
                            + ". Make a new token with these permissions ticked: BATON_ACCESS_TOKEN.");
        } else if (endsSoon) {
            chart.wrong(TOKEN, "Only " + until + ". Make a token of a system user that never expires.");
        } else {
            chart.ok(TOKEN, "Of app " + token.appId().orElse("?") + ", " + until + ", with the permissions needed.");
        }
    }

    private void secret(String app) {
        switch (account.tokenAsApp(app)) {
            case GraphAnswer.Ok<TokenHealth> _ -> chart.ok(SECRET, "Belongs to app " + app + ".");
            case GraphAnswer.Refused<TokenHealth> _ ->
                chart.wrong(
                        SECRET,
                        "Not that of app " + app + ", to which the token belongs: every delivery would be refused with"
                                + " 401. Copy it from App settings > Basic: BATON_APP_SECRET.");
            case GraphAnswer.Unreachable<TokenHealth>(var failure) ->
                chart.notChecked(SECRET, Advice.unreachable(failure));
        }
    }
}
