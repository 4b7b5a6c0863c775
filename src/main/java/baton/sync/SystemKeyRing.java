// SPDX-License-Identifier: Apache-2.0
package baton.sync;

import baton.run.Secret;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The key ring of the operating system, by the program it brings for that: on a Linux desktop and on macOS. Elsewhere there is none, and it is silent. */
final class SystemKeyRing implements KeyRing {
    /** Long enough to type a password into the dialog that unlocks it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String system;
    private final boolean hasDesktop;

    /** {@code system}: the name of the operating system; {@code environment}: tells whether a desktop is running. */
    SystemKeyRing(String system, Map<String, String> environment) {
        this.system = system.toLowerCase(Locale.ROOT);
        this.hasDesktop = environment.containsKey("DBUS_SESSION_BUS_ADDRESS");
    }

    @Override
    public Answer find(String desk) {
        return tool(desk).map(tool -> tool.find(PATIENCE)).orElseGet(Answer.Silence::new);
    }

    @Override
    public void keep(String desk, Secret key) {
        tool(desk).ifPresent(tool -> tool.keep(key, PATIENCE));
    }

    private Optional<RingTool> tool(String desk) {
        if (system.contains("linux") && hasDesktop) {
            return Optional.of(RingTool.secretTool(desk));
        }
        return system.contains("mac") ? Optional.of(RingTool.security(desk)) : Optional.empty();
    }
}
