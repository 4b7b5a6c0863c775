// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import baton.domain.Customer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacePolicyTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 600", "15, 5"})
    void takesWhatIsWithinItsLimits(int perSecond, int newPerMinute) {
        assertThat(new PacePolicy(perSecond, newPerMinute).perSecond()).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1001, 5", "15, 0", "15, 601", "-1, 5"})
    void refusesWhatIsOutsideItsLimits(int perSecond, int newPerMinute) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PacePolicy(perSecond, newPerMinute));
    }

    @Test
    void aCustomerIsNewForADay() {
        Customer customer = new Customer(
                Story.CUSTOMER,
                1,
                Story.START,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty());

        assertThat(PacePolicy.isNew(
                        customer, Story.START.plus(Duration.ofHours(24)).minusMillis(1)))
                .isTrue();
        assertThat(PacePolicy.isNew(customer, Story.START.plus(Duration.ofHours(24))))
                .isFalse();
    }
}
