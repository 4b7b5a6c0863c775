// SPDX-License-Identifier: Apache-2.0
package baton.domain;

/** The people of the team. Passwords are never part of an event. */
public sealed interface PersonEvent extends Event {

    PersonId person();

    /** Somebody joined. */
    record PersonAdded(PersonId person, String displayName, Role role) implements PersonEvent {}

    /** The role changed. */
    record RoleChanged(PersonId person, Role role) implements PersonEvent {}

    /** The password changed; all sessions ended. */
    record PasswordChanged(PersonId person) implements PersonEvent {}

    /** Somebody may no longer sign in. */
    record PersonLeft(PersonId person) implements PersonEvent {}
}
