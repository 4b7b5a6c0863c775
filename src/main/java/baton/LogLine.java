// SPDX-License-Identifier: Apache-2.0
package baton;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An event of the log as a line: when (UTC, to the millisecond), how grave, thread, class, message; below it what was thrown, causes and all. By hand, for reading a
 * pattern is dear at every start, and most write no line at all.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final int LONGEST_LEVEL = 5;

    /** Made with the first line. */
    private static final class Clock {
        static final DateTimeFormatter UTC =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        private Clock() {}
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String level = event.getLevel().toString();
        String name = event.getLoggerName();
        StringBuilder line = new StringBuilder(Clock.UTC.format(event.getInstant()))
                .append(' ')
                .append(level)
                .repeat(' ', Math.max(0, LONGEST_LEVEL - level.length()))
                .append(" [")
                .append(event.getThreadName())
                .append("] ")
                .append(name, name.lastIndexOf('.') + 1, name.length())
                .append(" - ")
                .append(event.getFormattedMessage())
                .append(System.lineSeparator());
        return event.getThrowableProxy() == null
                ? line.toString()
                : line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .toString();
    }
}
