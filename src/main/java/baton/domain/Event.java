// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/**
 * Everything that can have happened. Events never change: a new meaning is a new kind. The families are folded by
 * {@code policy}; a kind written by a newer release arrives as {@link UnknownEvent} and folds ignore it.
 */
public sealed interface Event
        permits MessageEvent,
                SendingEvent,
                ClaimEvent,
                ConversationEvent,
                CustomerEvent,
                AccountEvent,
                PersonEvent,
                UnknownEvent {}
