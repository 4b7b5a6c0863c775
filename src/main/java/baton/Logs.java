// SPDX-License-Identifier: Apache-2.0
package baton;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Logback as {@link LogSetup} makes it, named to SLF4J by itself: both libraries would look through every jar of the class path for what they might use, before
 * the first line of every start.
 */
public final class Logs implements SLF4JServiceProvider {
    private static final String NAMED = "slf4j.provider";
    private static final String TALKS = "slf4j.internal.verbosity";

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter facts = new LogbackMDCAdapter();
    private final IMarkerFactory markers = new BasicMarkerFactory();

    /** Before the first logger is asked for. Whoever named a file for Logback, or another library, has it. */
    static void choose() {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) == null && System.getProperty(NAMED) == null) {
            System.setProperty(NAMED, Logs.class.getName());
            if (System.getProperty(TALKS) == null) {
                System.setProperty(TALKS, "WARN"); // it would tell at each start that it does as it was told
            }
        }
    }

    @Override
    public void initialize() {
        context.setName("default");
        context.setMDCAdapter(facts);
        LogSetup.fill(context);
        context.start();
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return context;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return facts;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }
}
