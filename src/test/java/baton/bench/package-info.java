// SPDX-License-Identifier: Apache-2.0
/**
 * The benchmark ({@code mvn -Pbench verify}): whole processes measured from outside, each figure beside a floor measured in
 * the same run. Not tests: nothing here passes or fails by time. Start at {@link baton.bench.Bench}.
 */
@NullMarked
package baton.bench;

import org.jspecify.annotations.NullMarked;
