// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** One person of the team. {@code active}: may sign in. */
public record Person(PersonId id, long version, String displayName, Role role, boolean active) {}
