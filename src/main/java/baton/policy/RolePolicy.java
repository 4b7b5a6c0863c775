// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import baton.domain.Command;
import baton.domain.Refusal;
import baton.domain.Role;
import java.util.Map;
import java.util.Optional;

/** What each role may ask for (SPEC.md T1). The hub enforces it; the console greys what it refuses. */
public final class RolePolicy {
    private RolePolicy() {}

    /** Why somebody of this role may not ask for this, if so. */
    public static Optional<Refusal> refuse(Role role, Command command) {
        return isAllowed(role, command)
                ? Optional.empty()
                : Optional.of(Refusal.because(
                        Refusal.Reason.NOT_ALLOWED,
                        Map.of(
                                "role",
                                role.name(),
                                "command",
                                command.getClass().getSimpleName())));
    }

    /** Whether this role may read what was written. */
    public static boolean readsText(Role role) {
        return role != Role.ANALYST;
    }

    /** Whether this role is shown how the hub's line to Meta stands and where deliveries went. */
    public static boolean seesConnection(Role role) {
        return role == Role.ADMIN || role == Role.EDITOR;
    }

    private static boolean isAllowed(Role role, Command command) {
        return switch (command) {
            case Command.AddPerson _,
                    Command.ChangeRole _,
                    Command.RemovePerson _,
                    Command.Replay _,
                    Command.PutAway _ -> role == Role.ADMIN;
            case Command.Assign _, Command.Merge _, Command.UndoMerge _ -> role == Role.ADMIN || role == Role.EDITOR;
            case Command.Claim _,
                    Command.Release _,
                    Command.Reply _,
                    Command.Note _,
                    Command.Resolve _,
                    Command.Reopen _,
                    Command.MarkRead _,
                    Command.Undo _,
                    Command.Settle _ -> role != Role.ANALYST;
        };
    }
}
