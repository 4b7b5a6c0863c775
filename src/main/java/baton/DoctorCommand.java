// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.doctor.Doctor;
import baton.doctor.Finding;
import baton.run.BadSettings;
import baton.run.Option;
import baton.run.Settings;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code baton doctor}: with the settings of {@code baton hub}, says of each step of the set-up whether it is right. */
final class DoctorCommand {
    static final String USAGE = """
        baton doctor [settings of baton hub]    checks every step from settings to first message (docs/connect.md)

        Takes the same settings as baton hub, from the same places, and prints one line a check: OK, WRONG with the way
        to mend it, or NOT CHECKED. Start the hub first, so that its webhook can be called.
        Ends with 0 when nothing is wrong, 1 when something is, 2 for a word that is not understood.

        """;

    private DoctorCommand() {}

    static int run(String[] args) {
        return run(List.of(args), System.getenv(), InstantSource.system(), System.out, System.err);
    }

    static int run(
            List<String> words,
            Map<String, String> environment,
            InstantSource clock,
            PrintStream out,
            PrintStream err) {
        if (words.contains("--help")) {
            out.print(USAGE + Option.help());
            return 0;
        }
        List<String> unknown = Settings.notUnderstood(words);
        if (!unknown.isEmpty()) {
            unknown.forEach(sentence -> err.println("baton doctor: " + sentence));
            return 2;
        }
        Consumer<Finding> printer = finding -> out.println(finding.line());
        try {
            return new Doctor(Settings.read(words, environment), clock, printer).examine() ? 0 : 1;
        } catch (BadSettings bad) {
            Doctor.withoutSettings(bad.problems(), printer);
            return 1;
        }
    }
}
