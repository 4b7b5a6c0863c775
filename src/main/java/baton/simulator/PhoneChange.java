// SPDX-License-Identifier: Apache-2.0
package baton.simulator;

/** What can happen to a phone besides messages. */
sealed interface PhoneChange {
    record Switched(boolean on) implements PhoneChange {}

    record Blocked(boolean yes) implements PhoneChange {}

    record Receipts(boolean on) implements PhoneChange {}

    record Habit(Reading reading) implements PhoneChange {}
}
