// SPDX-License-Identifier: Apache-2.0
package baton.store;

/**
 * One item of the journal's queue: looks at the state through the turn, records what follows, returns its answer. Runs on
 * the writer's thread under the head lock, so it must be quick, call nobody, and may be run again if the batch had to be
 * repeated. What it throws fails this item alone.
 */
@FunctionalInterface
public interface Decision<A> {

    A decide(Turn turn);
}
