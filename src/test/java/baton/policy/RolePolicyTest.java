// SPDX-License-Identifier: Apache-2.0
package baton.policy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import baton.domain.Anything;
import baton.domain.Command;
import baton.domain.Refusal;
import baton.domain.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolePolicyTest {

    private static final Set<Role> EVERYONE_WHO_ANSWERS = Set.of(Role.ADMIN, Role.EDITOR, Role.AGENT);
    private static final Set<Role> WHO_MANAGE = Set.of(Role.ADMIN, Role.EDITOR);
    private static final Set<Role> ADMINS = Set.of(Role.ADMIN);

    /** The whole table; a command that is not in it fails the first test. */
    private static final Map<Class<? extends Command>, Set<Role>> ALLOWED = Map.ofEntries(
            Map.entry(Command.Claim.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Release.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Reply.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Note.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Resolve.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Reopen.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.MarkRead.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Undo.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Settle.class, EVERYONE_WHO_ANSWERS),
            Map.entry(Command.Assign.class, WHO_MANAGE),
            Map.entry(Command.Merge.class, WHO_MANAGE),
            Map.entry(Command.UndoMerge.class, WHO_MANAGE),
            Map.entry(Command.Replay.class, ADMINS),
            Map.entry(Command.PutAway.class, ADMINS),
            Map.entry(Command.AddPerson.class, ADMINS),
            Map.entry(Command.ChangeRole.class, ADMINS),
            Map.entry(Command.RemovePerson.class, ADMINS));

    @Test
    void everyCommandStandsInTheTable() {
        assertThat(ALLOWED.keySet().stream().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Command.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .collect(toSet()));
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleMayDoWhatTheTableSays(Role role) {
        Anything anything = new Anything(new Random(4));
        assertThat(ALLOWED).allSatisfy((command, roles) -> {
            if (roles.contains(role)) {
                assertThat(RolePolicy.refuse(role, anything.of(command))).isEmpty();
            } else {
                assertThat(RolePolicy.refuse(role, anything.of(command)))
                        .contains(Refusal.because(
                                Refusal.Reason.NOT_ALLOWED,
                                Map.of("role", role.name(), "command", command.getSimpleName())));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheAnalystReadsNoText(Role role) {
        assertThat(RolePolicy.readsText(role)).isEqualTo(role != Role.ANALYST);
    }
}
