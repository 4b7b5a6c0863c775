// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Actor;
import baton.domain.Customer;
import baton.domain.CustomerEvent;
import baton.domain.CustomerId;
import baton.domain.Identity;
import baton.domain.Recorded;
import baton.domain.Sender;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CustomerFoldTest {

    private static final CustomerId ID = new CustomerId(4);
    private static final CustomerId OTHER = new CustomerId(7);
    private static final Identity PHONE = Identity.phone("447700900341");
    private static final Identity BSUID = Identity.bsuid("GB.7fQ2mZ0xVt41");

    private Optional<Customer> customer = Optional.empty();
    private long seq = 3;

    @Test
    void isNobodyBeforeTheyAppear() {
        tell(new CustomerEvent.MarketingChosen(ID, false, Optional.empty()));

        assertThat(customer).isEmpty();
    }

    @Test
    void appearsWithWhatTheDeliveryTold() {
        appear();

        assertThat(now().id()).isEqualTo(ID);
        assertThat(now().name()).contains("Sora");
        assertThat(now().identities()).containsExactly(PHONE);
        assertThat(now().marketing()).isTrue();
        assertThat(now().mergedInto()).isEmpty();
    }

    @Test
    void learnsAnIdentityAndLosesTheOneItReplaces() {
        appear();
        tell(new CustomerEvent.CustomerIdentified(ID, BSUID, Optional.empty()));
        assertThat(now().identities()).containsExactly(PHONE, BSUID);

        Identity moved = Identity.phone("447700900999");
        tell(new CustomerEvent.CustomerIdentified(ID, moved, Optional.of(PHONE)));
        assertThat(now().identities()).containsExactly(BSUID, moved);
        assertThat(now().identity(Identity.Kind.PHONE)).contains(moved);
    }

    @Test
    void theIdentityLearnedLastCounts() {
        appear();
        Identity second = Identity.phone("447700900999");
        tell(new CustomerEvent.CustomerIdentified(ID, second, Optional.empty()));
        tell(new CustomerEvent.CustomerIdentified(ID, PHONE, Optional.empty()));

        assertThat(now().identities()).containsExactly(second, PHONE);
        assertThat(now().identity(Identity.Kind.PHONE)).contains(PHONE);
    }

    @Test
    void aProfileWithoutANameDoesNotForgetTheName() {
        appear();
        tell(new CustomerEvent.CustomerRenamed(ID, Optional.empty(), Optional.of("sora.k")));

        assertThat(now().name()).contains("Sora");
        assertThat(now().username()).contains("sora.k");
    }

    @Test
    void anOfferIsMadeOncePerOther() {
        appear();
        tell(new CustomerEvent.MergeOffered(ID, OTHER, "ninth digit"));
        tell(new CustomerEvent.MergeOffered(ID, OTHER, "same name"));

        assertThat(now().offers()).containsExactly(new Customer.Offer(OTHER, "same name"));
    }

    @Test
    void aMergeIsAnAliasAndCanBeUndone() {
        appear();
        tell(new CustomerEvent.CustomersMerged(OTHER, ID));
        assertThat(now().mergedInto()).contains(OTHER);

        tell(new CustomerEvent.MergeUndone(OTHER, ID));
        assertThat(now().mergedInto()).isEmpty();
        assertThat(now().version()).isEqualTo(seq);
    }

    @Test
    void aChoiceThatIsNotNewerThanTheLastIsPassedOver() {
        appear();
        tell(chosen(true, 10));
        tell(chosen(false, 30));
        assertThat(now().marketing()).isFalse();
        tell(chosen(true, 20));
        tell(chosen(true, 30));
        assertThat(now().marketing()).isFalse();
        assertThat(now().marketingChosenAt()).contains(Story.START.plusSeconds(30));
        tell(chosen(true, 31));
        assertThat(now().marketing()).isTrue();
    }

    @Test
    void ofTwoChoicesInOneSecondTheStopCounts() {
        appear();
        tell(chosen(true, 10));
        tell(chosen(false, 10));
        assertThat(now().marketing()).isFalse();
    }

    @Test
    void choicesWithoutATimeHoldAsTheyCome() {
        appear();
        for (boolean welcome : List.of(false, true, false)) {
            tell(new CustomerEvent.MarketingChosen(ID, welcome, Optional.empty()));
            assertThat(now().marketing()).isEqualTo(welcome);
            assertThat(now().marketingChosenAt()).contains(Story.START);
        }
        tell(chosen(true, -1));
        assertThat(now().marketing()).as("older than what was recorded").isFalse();
    }

    private static CustomerEvent.MarketingChosen chosen(boolean welcome, long seconds) {
        return new CustomerEvent.MarketingChosen(ID, welcome, Optional.of(Story.START.plusSeconds(seconds)));
    }

    @Test
    void namesTheCustomerEachEventIsAbout() {
        appear();
        assertThat(concerned(new CustomerEvent.CustomerAppeared(sender()))).isEqualTo(new CustomerId(seq));
        assertThat(concerned(new CustomerEvent.CustomersMerged(OTHER, ID))).isEqualTo(ID);
        assertThat(concerned(new CustomerEvent.MergeUndone(OTHER, ID))).isEqualTo(ID);
        assertThat(concerned(new CustomerEvent.MergeOffered(OTHER, ID, "why"))).isEqualTo(OTHER);
        assertThat(concerned(new CustomerEvent.MarketingChosen(OTHER, true, Optional.empty())))
                .isEqualTo(OTHER);
    }

    private void appear() {
        tell(new CustomerEvent.CustomerAppeared(sender()));
    }

    private static Sender sender() {
        return new Sender(List.of(PHONE), Optional.of("Sora"), Optional.empty());
    }

    private CustomerId concerned(CustomerEvent event) {
        return CustomerFold.concerned(event, recorded(event));
    }

    private void tell(CustomerEvent event) {
        seq++;
        customer = CustomerFold.fold(customer, event, recorded(event));
    }

    private Recorded recorded(CustomerEvent event) {
        return new Recorded(seq, Story.START, Optional.empty(), new Actor.Platform(), event);
    }

    private Customer now() {
        return customer.orElseThrow();
    }
}
