// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.AccountEvent;
import baton.domain.Actor;
import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.policy.EntryMark;
import baton.store.RawBody;
import baton.store.SetAsides;
import baton.store.Turn;
import baton.whatsapp.Delivery;
import baton.whatsapp.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One delivery's turn under the head lock: each report becomes facts, or is known already, or is set aside alone with its
 * reason; one bad entry never stops the others (SPEC.md C2).
 */
final class Reception {

    private final Turn turn;
    private final IntakeRules rules;
    private final DeliveryId delivery;
    private final Tally tally = new Tally();
    private final Set<String> aside = new HashSet<>();

    Reception(Turn turn, IntakeRules rules, DeliveryId delivery) {
        this.turn = turn;
        this.rules = rules;
        this.delivery = delivery;
    }

    Intake.Result take(Delivery read) {
        read.reports().forEach(this::takeAlone);
        read.messageEntries()
                .forEach((number, entries) ->
                        turn.books().countReceived(number, entries, tally.of(number, Tally.Fate.KNOWN)));
        return result(tally.has(Tally.Fate.ASIDE));
    }

    /** Takes a delivery in again that was counted when it came; closes the entries that are placed now. */
    Intake.Result replay(Delivery read) {
        read.reports().forEach(this::takeAlone);
        new Rebooking(turn.books(), delivery, tally, turn.books().closeAside(delivery, aside)).book();
        return result(!aside.isEmpty());
    }

    private Intake.Result result(boolean anythingAside) {
        if (anythingAside) {
            return Intake.Result.SET_ASIDE;
        }
        return tally.has(Tally.Fate.PLACED) ? Intake.Result.ACCEPTED : Intake.Result.DOUBLED;
    }

    private void takeAlone(Report report) {
        Label label = Label.of(report);
        turn.attempt(() -> tally.add(label.line(), fate(report, label)))
                .ifPresent(broken -> tally.add(
                        label.line(), setAside(label, SetAside.HUB_FAILED, String.valueOf(broken), report.toString())));
    }

    private Tally.Fate fate(Report report, Label label) {
        Optional<NumberId> stranger = stranger(report, label);
        if (stranger.isPresent()) {
            String why =
                    "Nobody told Baton of the phone number id " + stranger.get().value();
            return setAside(label, SetAside.UNKNOWN_NUMBER, why, report.toString());
        }
        if (report instanceof Report.Unreadable entry) {
            return setAside(label, entry.reason(), entry.why(), entry.raw());
        }
        return isNew(report) ? Tally.Fate.PLACED : Tally.Fate.KNOWN;
    }

    /** The number that is not ours, if it is not. What is here already stays here, also when its number is ours no more. */
    private Optional<NumberId> stranger(Report report, Label label) {
        return label.number()
                .filter(number -> !rules.numbers().contains(number))
                .filter(_ -> !(report instanceof Report.AccountReport) && !isKnown(label));
    }

    private boolean isKnown(Label label) {
        return label.counts()
                && label.wamid()
                        .filter(wamid -> turn.message(wamid).isPresent() || turn.seen(EntryMark.change(wamid)))
                        .isPresent();
    }

    private boolean isNew(Report report) {
        return switch (report) {
            case Report.MessageReport message -> messages().take(message);
            case Report.EchoReport echo -> messages().take(echo);
            case Report.ChangeReport change -> changes().take(change);
            case Report.StatusReport status -> changes().take(status);
            case Report.IdentityChanged changed -> messages().take(changed);
            case Report.MarketingReport chosen -> new Recognition(turn).marketing(chosen);
            case Report.ErrorReport error -> seen(error);
            case Report.AccountReport notice -> noticed(notice);
            case Report.Unreadable _ -> throw new IllegalArgumentException("It is set aside, not taken in");
        };
    }

    private MessageReception messages() {
        return new MessageReception(turn, rules, delivery);
    }

    private ChangeReception changes() {
        return new ChangeReception(turn, rules, delivery);
    }

    private boolean seen(Report.ErrorReport error) {
        turn.record(new Actor.Platform(), new AccountEvent.PlatformErrorSeen(error.number(), error.failure()));
        return true;
    }

    private boolean noticed(Report.AccountReport notice) {
        String hash = hash(notice.field() + notice.facts().get("entry.time") + notice.raw());
        if (turn.seen(EntryMark.notice(hash))) {
            return false;
        }
        turn.record(
                new Actor.Platform(),
                new AccountEvent.AccountNoticed(notice.field(), notice.number(), notice.facts(), notice.raw(), hash));
        return true;
    }

    /** One entry that is set aside in many deliveries stands aside once; the others are doubles of it. */
    private Tally.Fate setAside(Label label, SetAside reason, String why, String raw) {
        String hash = hash(raw);
        aside.add(hash);
        if (turn.seen(EntryMark.aside(hash))) {
            return Tally.Fate.KNOWN;
        }
        long id = turn.next();
        turn.record(new Actor.Platform(), new AccountEvent.EntrySetAside(delivery, label.line(), reason, why, hash));
        turn.books()
                .keepAside(new SetAsides.Entry(
                        id, delivery, turn.now(), label.line(), label.wamid(), 1, reason, why, hash, raw));
        return Tally.Fate.ASIDE;
    }

    private static String hash(String text) {
        return RawBody.of(text.getBytes(StandardCharsets.UTF_8)).hash();
    }
}
