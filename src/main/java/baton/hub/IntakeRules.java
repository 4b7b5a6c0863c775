// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.domain.NumberId;
import java.time.Duration;
import java.util.Set;

/**
 * What the intake must know. {@code numbers}: our phone number ids, others go to the list the admin sees (SPEC.md C2);
 * {@code reopenWithin}: a customer who writes again this soon after resolve continues the same conversation.
 */
public record IntakeRules(Set<NumberId> numbers, Duration reopenWithin, String journal) {

    public IntakeRules {
        numbers = Set.copyOf(numbers);
    }
}
