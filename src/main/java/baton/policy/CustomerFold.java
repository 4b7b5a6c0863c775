// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a customer after one more event. Pure. */
public final class CustomerFold {
    private CustomerFold() {}

    /** The customer whose state this event changes. */
    public static CustomerId concerned(CustomerEvent event, Recorded recorded) {
        return switch (event) {
            case CustomerEvent.CustomerAppeared _ -> new CustomerId(recorded.seq());
            case CustomerEvent.CustomerIdentified identified -> identified.customer();
            case CustomerEvent.CustomerRenamed renamed -> renamed.customer();
            case CustomerEvent.MergeOffered offered -> offered.customer();
            case CustomerEvent.CustomersMerged merged -> merged.absorbed();
            case CustomerEvent.MergeUndone undone -> undone.absorbed();
            case CustomerEvent.MarketingChosen chosen -> chosen.customer();
        };
    }

    /** The customer after {@code event}; empty while they have not appeared. */
    public static Optional<Customer> fold(Optional<Customer> before, CustomerEvent event, Recorded recorded) {
        if (event instanceof CustomerEvent.CustomerAppeared appeared) {
            return Optional.of(appeared(appeared, recorded));
        }
        return before.map(customer -> next(customer, event, recorded.at()).at(recorded));
    }

    private static Customer appeared(CustomerEvent.CustomerAppeared appeared, Recorded recorded) {
        return new Customer(
                new CustomerId(recorded.seq()),
                recorded.seq(),
                recorded.at(),
                appeared.sender().name(),
                appeared.sender().username(),
                appeared.sender().identities(),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty());
    }

    private static Customer next(Customer customer, CustomerEvent event, Instant recordedAt) {
        return switch (event) {
            case CustomerEvent.CustomerAppeared _ -> customer;
            case CustomerEvent.CustomerIdentified identified -> identified(customer, identified);
            case CustomerEvent.CustomerRenamed renamed -> customer.withProfile(renamed.name(), renamed.username());
            case CustomerEvent.MergeOffered offered -> offered(customer, offered);
            case CustomerEvent.CustomersMerged merged -> customer.withMergedInto(Optional.of(merged.kept()));
            case CustomerEvent.MergeUndone _ -> customer.withMergedInto(Optional.empty());
            case CustomerEvent.MarketingChosen chosen -> chosen(customer, chosen, recordedAt);
        };
    }

    private static Customer chosen(Customer customer, CustomerEvent.MarketingChosen chosen, Instant recordedAt) {
        return isNews(customer, chosen)
                ? customer.withMarketing(chosen.welcome(), chosen.chosenAt().orElse(recordedAt))
                : customer;
    }

    /**
     * Whether a choice about marketing is newer than the last one known; of two in one second the stop counts, whichever comes first. One
     * without a time is taken as it comes, if it is another than the last.
     */
    public static boolean isNews(Customer customer, CustomerEvent.MarketingChosen chosen) {
        boolean isOther = customer.marketing() != chosen.welcome();
        return chosen.chosenAt()
                .map(at -> isAfter(at, customer) || (isOther && !chosen.welcome() && isAt(at, customer)))
                .orElse(isOther);
    }

    private static boolean isAfter(Instant chosenAt, Customer customer) {
        return customer.marketingChosenAt()
                .filter(last -> !chosenAt.isAfter(last))
                .isEmpty();
    }

    private static boolean isAt(Instant chosenAt, Customer customer) {
        return customer.marketingChosenAt().filter(chosenAt::equals).isPresent();
    }

    private static Customer identified(Customer customer, CustomerEvent.CustomerIdentified identified) {
        List<Identity> identities = new ArrayList<>(customer.identities());
        identified.replaced().ifPresent(identities::remove);
        identities.remove(identified.identity());
        identities.add(identified.identity());
        return customer.withIdentities(identities);
    }

    private static Customer offered(Customer customer, CustomerEvent.MergeOffered offered) {
        List<Customer.Offer> offers = new ArrayList<>(customer.offers());
        offers.removeIf(offer -> offer.other().equals(offered.other()));
        offers.add(new Customer.Offer(offered.other(), offered.why()));
        return customer.withOffers(offers);
    }
}
