// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.wire.Board.Aside;
import baton.wire.Board.Day;
import baton.wire.Board.Platform;
import baton.wire.Board.Reconciliation;
import baton.wire.Board.Token;
import java.util.List;
import java.util.Optional;

/** Asks the hub for its books and puts them into the desk's words. Waits for the answer; any thread. */
final class BooksReader {
    private final HubClient client;

    BooksReader(HubClient client) {
        this.client = client;
    }

    BooksAnswer read(int days) {
        return switch (client.reconciliation(days)) {
            case HubReply.Answered<Reconciliation> answered -> new BooksAnswer.Told(books(answered.value()));
            case HubReply.Refused<Reconciliation> refused ->
                new BooksAnswer.NotTold(refused.refused().why());
            case HubReply.Denied<Reconciliation> denied -> new BooksAnswer.NotTold(denied.sentence());
            case HubReply.Rejected<Reconciliation> rejected -> new BooksAnswer.NotTold(rejected.sentence());
            case HubReply.Failed<Reconciliation> failed -> new BooksAnswer.NotTold(failed.detail());
            case HubReply.Wrong<Reconciliation> wrong -> new BooksAnswer.NotTold(wrong.detail());
        };
    }

    private static Books books(Reconciliation told) {
        return new Books(
                told.now(),
                platform(told.platform()),
                told.numbers().stream()
                        .map(line -> new Books.Line(line.number(), line.silence()))
                        .toList(),
                told.days().stream().map(BooksReader::day).toList(),
                told.setAside().stream().map(BooksReader::aside).toList(),
                told.setAsideTotal().orElse((long) told.setAside().size()),
                told.putAway().orElse(List.of()).stream()
                        .map(BooksReader::aside)
                        .toList());
    }

    private static Books.Platform platform(Platform told) {
        Optional<Boolean> works = switch (told.state()) {
            case "GREEN" -> Optional.of(true);
            case "RED" -> Optional.of(false);
            default -> Optional.empty();
        };
        return new Books.Platform(works, told.since(), told.why(), told.token().map(BooksReader::token));
    }

    private static Books.Token token(Token told) {
        return new Books.Token(told.valid(), told.expires(), told.missing(), told.asked());
    }

    private static Books.Day day(Day told) {
        return new Books.Day(
                told.day(),
                told.number(),
                new Books.Counts(
                        told.received(),
                        told.shown(),
                        told.waiting(),
                        told.doubled(),
                        told.setAside(),
                        told.missing(),
                        told.putAway().orElse(0L)),
                told.reasons());
    }

    private static Books.Aside aside(Aside told) {
        return new Books.Aside(
                told.id(),
                told.delivery(),
                told.at(),
                told.number(),
                told.reason(),
                told.why(),
                told.raw(),
                told.putAway().map(away -> new Books.PutAway(away.by(), away.at(), away.why())));
    }
}
