// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.policy.PacePolicy;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * What sending goes by. {@code run} names this run of this hub, so that a later one knows which calls were cut off;
 * {@code chance} spreads retries: 0 to below 1.
 */
public record DispatchRules(PacePolicy pace, String run, InstantSource clock, DoubleSupplier chance) {}
