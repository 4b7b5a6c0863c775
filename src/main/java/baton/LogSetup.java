// SPDX-License-Identifier: Apache-2.0
package baton;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Baton logs unless a file says otherwise (the property {@code logback.configurationFile}): to standard error, since standard output carries only what the
 * program says to its user. In code, for reading XML would be a tenth of a second of every start. {@link Logs} takes it; where Baton is not the program but a
 * library, as in tests, Logback finds it by its name in {@code META-INF/services}, and a {@code logback.xml} on the class path goes before it.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    private static final List<String> TALKATIVE = List.of("org.eclipse.jetty", "org.flywaydb", "com.zaxxer.hikari");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (isFileGiven()) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        fill(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void fill(LoggerContext context) {
        LogLine line = new LogLine();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        TALKATIVE.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
    }

    private static boolean isFileGiven() {
        return System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null
                || Stream.of(ClassicConstants.TEST_AUTOCONFIG_FILE, ClassicConstants.AUTOCONFIG_FILE)
                        .anyMatch(file -> LogSetup.class.getResource("/" + file) != null);
    }
}
