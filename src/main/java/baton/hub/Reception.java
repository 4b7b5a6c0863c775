// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.AccountEvent;
import baton.domain.Actor;
import baton.domain.DeliveryId;
import baton.domain.NumberId;
import baton.domain.SetAside;
import baton.domain.Wamid;
import baton.policy.EntryMark;
import baton.store.RawBody;
import baton.store.SetAsides;
import baton.store.Turn;
import baton.whatsapp.Delivery;
import baton.whatsapp.Report;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
    private final Map<NumberId, Integer> doubled = new HashMap<>();
    private final Set<String> aside = new HashSet<>();
    private boolean anythingNew;
    private boolean anythingAside;

    Reception(Turn turn, IntakeRules rules, DeliveryId delivery) {
        this.turn = turn;
        this.rules = rules;
        this.delivery = delivery;
    }

    Intake.Result take(Delivery read) {
        read.reports().forEach(this::takeAlone);
        read.messageEntries()
                .forEach((number, entries) ->
                        turn.books().countReceived(number, entries, doubled.getOrDefault(number, 0)));
        if (anythingAside) {
            return Intake.Result.SET_ASIDE;
        }
        return anythingNew ? Intake.Result.ACCEPTED : Intake.Result.DOUBLED;
    }

    /** Takes a delivery in again that was counted when it came; closes the entries that are placed now. */
    Intake.Result replay(Delivery read) {
        read.reports().forEach(this::takeAlone);
        turn.books().closeAside(delivery, aside);
        if (!aside.isEmpty()) {
            return Intake.Result.SET_ASIDE;
        }
        return anythingNew ? Intake.Result.ACCEPTED : Intake.Result.DOUBLED;
    }

    private void takeAlone(Report report) {
        Optional<RuntimeException> failed = turn.attempt(() -> take(report));
        failed.ifPresent(broken -> {
            String why = String.valueOf(broken);
            if (!setAside(lineOf(report), wamidOf(report), SetAside.HUB_FAILED, why, report.toString())) {
                countDouble(report);
            }
        });
    }

    private void take(Report report) {
        if (isNew(report)) {
            anythingNew = true;
        } else {
            countDouble(report);
        }
    }

    private void countDouble(Report report) {
        lineOf(report).ifPresent(number -> doubled.merge(number, 1, Integer::sum));
    }

    private boolean isNew(Report report) {
        Optional<NumberId> stranger =
                numberOf(report).filter(number -> !rules.numbers().contains(number));
        if (stranger.isPresent() && !(report instanceof Report.AccountReport)) {
            String why =
                    "Nobody told Baton of the phone number id " + stranger.get().value();
            return setAside(lineOf(report), wamidOf(report), SetAside.UNKNOWN_NUMBER, why, report.toString());
        }
        return switch (report) {
            case Report.MessageReport message -> messages().take(message);
            case Report.EchoReport echo -> messages().take(echo);
            case Report.ChangeReport change -> changes().take(change);
            case Report.StatusReport status -> changes().take(status);
            case Report.IdentityChanged changed -> messages().take(changed);
            case Report.MarketingReport chosen -> new Recognition(turn).marketing(chosen);
            case Report.ErrorReport error -> seen(error);
            case Report.AccountReport notice -> noticed(notice);
            case Report.Unreadable unreadable -> unreadable(unreadable);
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

    private boolean unreadable(Report.Unreadable entry) {
        return setAside(entry.number(), entry.wamid(), entry.reason(), entry.why(), entry.raw());
    }

    private boolean setAside(
            Optional<NumberId> number, Optional<Wamid> wamid, SetAside reason, String why, String raw) {
        String hash = hash(raw);
        aside.add(hash);
        if (turn.seen(EntryMark.aside(hash))) {
            return false;
        }
        long id = turn.next();
        turn.record(new Actor.Platform(), new AccountEvent.EntrySetAside(delivery, number, reason, why, hash));
        turn.books().keepAside(new SetAsides.Entry(id, delivery, turn.now(), number, wamid, 1, reason, why, hash, raw));
        anythingAside = true;
        return true;
    }

    private static String hash(String text) {
        return RawBody.of(text.getBytes(StandardCharsets.UTF_8)).hash();
    }

    private static boolean countsAsMessage(Report report) {
        return switch (report) {
            case Report.MessageReport _,
                    Report.EchoReport _,
                    Report.ChangeReport _,
                    Report.IdentityChanged _,
                    Report.Unreadable _ -> true;
            case Report.StatusReport _, Report.MarketingReport _, Report.ErrorReport _, Report.AccountReport _ -> false;
        };
    }

    /** The number on whose line of the board it is set aside: what is no message was not counted as received there either. */
    private static Optional<NumberId> lineOf(Report report) {
        return numberOf(report).filter(_ -> countsAsMessage(report));
    }

    private static Optional<NumberId> numberOf(Report report) {
        return switch (report) {
            case Report.MessageReport message -> Optional.of(message.number());
            case Report.EchoReport echo -> Optional.of(echo.number());
            case Report.ChangeReport change -> Optional.of(change.number());
            case Report.StatusReport status -> Optional.of(status.number());
            case Report.IdentityChanged changed -> Optional.of(changed.number());
            case Report.MarketingReport _ -> Optional.empty();
            case Report.ErrorReport error -> Optional.of(error.number());
            case Report.AccountReport notice -> notice.number();
            case Report.Unreadable unreadable -> unreadable.number();
        };
    }

    private static Optional<Wamid> wamidOf(Report report) {
        return switch (report) {
            case Report.MessageReport message -> Optional.of(message.message().wamid());
            case Report.EchoReport echo -> Optional.of(echo.message().wamid());
            case Report.ChangeReport change -> change.own();
            case Report.StatusReport status -> Optional.of(status.wamid());
            case Report.IdentityChanged changed -> Optional.of(changed.own());
            case Report.MarketingReport _, Report.ErrorReport _, Report.AccountReport _ -> Optional.empty();
            case Report.Unreadable unreadable -> unreadable.wamid();
        };
    }
}
