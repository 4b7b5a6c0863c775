// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.DeliveryId;
import baton.domain.Failure;
import baton.store.RawBodies;
import baton.store.Reconciliation;
import baton.wire.Board;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What was received and where it went (SPEC.md B2), down to the raw delivery. */
final class BoardPages {
    private static final int MOST_ASIDE = 100;
    private static final int MOST_AWAY = 20;

    private final Reconciliation reconciliation;
    private final RawBodies rawBodies;
    private final SilenceWatch silence;
    private final Connection connection;
    private final InstantSource clock;

    BoardPages(
            Reconciliation reconciliation,
            RawBodies rawBodies,
            SilenceWatch silence,
            Connection connection,
            InstantSource clock) {
        this.reconciliation = reconciliation;
        this.rawBodies = rawBodies;
        this.silence = silence;
        this.connection = connection;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/reconciliation", Access.SIGNED_IN, call -> Reply.json(board(call))),
                Route.get("/api/deliveries/{id}", Access.READER, this::delivery));
    }

    private Board.Reconciliation board(Call call) {
        int days = (int) call.number("days", 7, 1, 31);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean withText = Scope.of(call.badge().person().role()) == Scope.WHOLE;
        return new Board.Reconciliation(
                clock.instant(),
                platform(),
                silence.look().entrySet().stream()
                        .map(line -> new Board.Line(line.getKey(), line.getValue()))
                        .toList(),
                reconciliation.days(today.minusDays(days - 1L), today),
                readable(reconciliation.open(MOST_ASIDE), withText),
                Optional.of(reconciliation.openTotal()),
                Optional.of(readable(reconciliation.away(MOST_AWAY), withText)));
    }

    private static List<Board.Aside> readable(List<Board.Aside> asides, boolean withText) {
        return withText ? asides : asides.stream().map(BoardPages::withoutText).toList();
    }

    private Board.Platform platform() {
        Connection.State state = connection.state();
        return new Board.Platform(
                state.colour().name(),
                state.since(),
                state.why().map(Failure::title),
                connection
                        .token()
                        .map(token -> new Board.Token(
                                token.health().valid(),
                                token.health().expiresAt(),
                                token.health().missingScopes(),
                                token.asked())));
    }

    private static Board.Aside withoutText(Board.Aside aside) {
        return new Board.Aside(
                aside.id(),
                aside.delivery(),
                aside.at(),
                aside.number(),
                aside.wamid(),
                aside.reason(),
                "",
                Optional.empty(),
                aside.putAway().map(away -> new Board.PutAway(away.by(), away.at(), "")));
    }

    private Reply delivery(Call call) {
        String id = call.part("id");
        return Optional.of(id)
                .filter(text -> text.length() <= 64)
                .flatMap(text -> rawBodies.find(new DeliveryId(text)))
                .map(Reply::rawJson)
                .orElseThrow(() -> new Problem(404, "There is no such delivery, or its day is over its retention."));
    }
}
