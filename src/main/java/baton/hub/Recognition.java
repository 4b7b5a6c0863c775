// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.Actor;
import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Sender;
import baton.policy.CustomerFold;
import baton.policy.PhoneVariants;
import baton.store.Turn;
import baton.whatsapp.Report;
import java.util.List;
import java.util.Optional;

/**
 * Who wrote (SPEC.md C9): the business-scoped user id decides, then the phone number. A number that turns up with another
 * user id may have been given to somebody else, so that is a new customer and a merge is offered, never made.
 */
final class Recognition {

    private static final Actor PLATFORM = new Actor.Platform();

    private final Turn turn;

    Recognition(Turn turn) {
        this.turn = turn;
    }

    /** The customer these marks belong to, made known if new; merged customers count as the one they were merged into. */
    CustomerId recognise(Sender sender) {
        return countsAs(writer(sender));
    }

    /** The customer these marks belong to, made known if new, as themselves even when merged into another. */
    CustomerId writer(Sender sender) {
        turn.lookFor(sender.identities());
        Optional<Customer> known = known(sender);
        Customer customer = known.orElseGet(() -> appeared(sender));
        if (known.isPresent()) {
            learn(customer, sender);
        }
        return customer.id();
    }

    /** Who this customer is for everybody else: the one they were merged into, if so. */
    CustomerId countsAs(CustomerId id) {
        return alias(turn.customer(id).orElseThrow());
    }

    private Optional<Customer> known(Sender sender) {
        return sender.identity(Identity.Kind.GROUP)
                .or(() -> sender.identity(Identity.Kind.BSUID))
                .flatMap(this::owner)
                .or(() -> sender.identity(Identity.Kind.PHONE)
                        .flatMap(this::owner)
                        .filter(owner -> mayBe(owner, sender.identity(Identity.Kind.BSUID))))
                .or(() -> onlyParent(sender));
    }

    /** A parent id names several user ids; it decides only when it is all there is. */
    private Optional<Customer> onlyParent(Sender sender) {
        return sender.identities().size() == 1
                ? sender.identity(Identity.Kind.PARENT_BSUID).flatMap(this::owner)
                : Optional.empty();
    }

    private static boolean mayBe(Customer owner, Optional<Identity> told) {
        Optional<Identity> known = owner.identity(Identity.Kind.BSUID);
        return known.isEmpty() || told.isEmpty() || known.equals(told);
    }

    private Optional<Customer> owner(Identity identity) {
        return turn.owner(identity).flatMap(turn::customer);
    }

    private Customer appeared(Sender sender) {
        List<Customer> before = sender.identities().stream()
                .filter(identity -> identity.kind() == Identity.Kind.PHONE)
                .flatMap(phone -> owner(phone).stream())
                .toList();
        CustomerId id = new CustomerId(turn.next());
        turn.record(PLATFORM, new CustomerEvent.CustomerAppeared(sender));
        before.forEach(other -> offer(id, other.id(), "the same phone number with another user id"));
        sender.identity(Identity.Kind.PHONE).ifPresent(phone -> offerVariants(id, phone));
        return turn.customer(id).orElseThrow();
    }

    private void offerVariants(CustomerId id, Identity phone) {
        PhoneVariants.of(phone.value()).stream()
                .map(Identity::phone)
                .flatMap(variant -> turn.owner(variant).stream())
                .filter(other -> !other.equals(id))
                .forEach(other -> offer(id, other, "another spelling of the phone number"));
    }

    private void offer(CustomerId customer, CustomerId other, String why) {
        boolean offered = turn.customer(customer).stream()
                .flatMap(known -> known.offers().stream())
                .anyMatch(offer -> offer.other().equals(other));
        if (!offered) {
            turn.record(PLATFORM, new CustomerEvent.MergeOffered(customer, other, why));
        }
    }

    /** Who writes under a user id they had before wrote it before the change: the number they had then is not theirs any more. */
    private void learn(Customer customer, Sender sender) {
        boolean isLate = !mayBe(customer, sender.identity(Identity.Kind.BSUID));
        sender.identities().stream()
                .filter(identity -> !isLate || identity.kind() != Identity.Kind.PHONE)
                .forEach(identity -> learn(customer, identity));
        boolean renamed = differs(sender.name(), customer.name()) || differs(sender.username(), customer.username());
        if (renamed) {
            turn.record(PLATFORM, new CustomerEvent.CustomerRenamed(customer.id(), sender.name(), sender.username()));
        }
    }

    private static boolean differs(Optional<String> told, Optional<String> known) {
        return told.isPresent() && !told.equals(known);
    }

    private void learn(Customer customer, Identity identity) {
        Optional<CustomerId> owner = turn.owner(identity);
        if (owner.filter(customer.id()::equals).isPresent()
                || (owner.isPresent() && identity.kind() == Identity.Kind.PARENT_BSUID)) {
            return;
        }
        turn.record(PLATFORM, new CustomerEvent.CustomerIdentified(customer.id(), identity, Optional.empty()));
        owner.filter(other -> identity.kind() == Identity.Kind.PHONE)
                .ifPresent(other -> offer(customer.id(), other, "the same phone number with another user id"));
    }

    /**
     * The platform says that a customer changed number or user id. A mark that somebody else already owns is not taken
     * from them: it may have been recycled, so a merge is offered (WHATSAPP.md 2.17).
     */
    CustomerId changed(Report.IdentityChanged report) {
        Customer customer = owner(report.from())
                .or(() -> owner(report.to()))
                .orElseGet(() -> appeared(new Sender(
                        report.to().isEmpty() ? report.from() : report.to(), Optional.empty(), Optional.empty())));
        report.to().forEach(mark -> moveTo(customer, mark, report.from()));
        return customer.id();
    }

    /** A number alone decides only where no user id speaks against it. */
    private Optional<Customer> owner(List<Identity> marks) {
        Optional<Identity> told = marks.stream()
                .filter(mark -> mark.kind() == Identity.Kind.BSUID)
                .findFirst();
        return marks.stream()
                .flatMap(mark ->
                        owner(mark).filter(owner -> mark.kind() != Identity.Kind.PHONE || mayBe(owner, told)).stream())
                .findFirst();
    }

    /** An old number may be given to somebody else; an old user id never is, and what was written under it may still come. */
    private void moveTo(Customer customer, Identity mark, List<Identity> from) {
        Optional<CustomerId> owner = turn.owner(mark);
        if (owner.filter(customer.id()::equals).isPresent()) {
            return;
        }
        if (owner.isPresent()) {
            offer(customer.id(), owner.get(), "the customer changed to this one's number");
            return;
        }
        Optional<Identity> replaced = from.stream()
                .filter(old -> old.kind() == mark.kind() && old.kind() != Identity.Kind.BSUID)
                .findFirst();
        turn.record(PLATFORM, new CustomerEvent.CustomerIdentified(customer.id(), mark, replaced));
    }

    /** Whether the choice was new; one that comes twice, or after a newer one, changes nothing (SPEC.md C1). */
    boolean marketing(Report.MarketingReport report) {
        CustomerId id = recognise(report.sender());
        var chosen =
                new CustomerEvent.MarketingChosen(id, report.welcome(), MetaTime.known(report.chosenAt(), turn.now()));
        boolean isNews = CustomerFold.isNews(turn.customer(id).orElseThrow(), chosen);
        if (isNews) {
            turn.record(new Actor.Customer(), chosen);
        }
        return isNews;
    }

    private CustomerId alias(Customer customer) {
        Customer current = customer;
        while (current.mergedInto().isPresent()) {
            current = turn.customer(current.mergedInto().get()).orElseThrow();
        }
        return current.id();
    }
}
