// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.run.BadSettings;
import baton.run.Option;
import baton.run.Settings;
import baton.store.StoreException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code baton hub}: starts the hub, says where it takes requests, and ends it in order when the process is told to stop. */
final class HubCommand {
    private static final Logger LOG = LoggerFactory.getLogger(HubCommand.class);

    private HubCommand() {}

    /**
     * Stays until the process is stopped; answers 2 with one sentence a problem on standard error when it cannot start, and 3 when its database came back
     * with an older history, so that whoever looks after the process starts it again.
     */
    static int run(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.print(Option.help());
            return 0;
        }
        try {
            Settings settings = Settings.read(List.of(args), System.getenv());
            settings.openPlaces().forEach(LOG::warn);
            HubApp hub = HubApp.start(settings, InstantSource.system());
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "goodbye"));
            System.out.println("baton hub ready on " + hub.address());
            System.err.println("baton hub: " + hub.lost().join());
            return 3;
        } catch (BadSettings bad) {
            bad.problems().forEach(sentence -> System.err.println("baton hub: " + sentence));
            return 2;
        } catch (StoreException broken) {
            System.err.println("baton hub: " + broken.getMessage());
            return 2;
        }
    }
}
