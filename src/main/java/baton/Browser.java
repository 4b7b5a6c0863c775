// SPDX-License-Identifier: Apache-2.0
package baton;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens addresses in the system's own programs. Any thread; waits on none of the caller's. */
final class Browser {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private final Executor background;

    Browser(Executor background) {
        this.background = background;
    }

    void open(URI address) {
        background.execute(() -> {
            try {
                Desktop.getDesktop().browse(address);
            } catch (IOException | UnsupportedOperationException noBrowser) {
                LOG.warn("No program opens {}", address.getScheme(), noBrowser);
            }
        });
    }
}
