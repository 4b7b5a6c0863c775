// SPDX-License-Identifier: Apache-2.0
package baton.sync;

/**
 * Something half written for a customer whose conversation is no more, since the hub was restored from an older backup and has
 * given its number to somebody else. {@code customer}: how that customer was known.
 */
public record Orphan(String customer, Draft draft) {}
