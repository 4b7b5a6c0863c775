// SPDX-License-Identifier: Apache-2.0
package baton;

import baton.simulator.SimulatorApp;
import java.util.Arrays;

/** The one door of the program: the first word says which part of Baton to start. */
public final class Baton {

    private static final String USAGE = """
        Baton: a desk for teams who serve customers on WhatsApp.

          baton demo        see it at once, with nothing set          (baton demo --help)
          baton console     open your desk                            (baton console --help)
          baton hub         start the team's server                   (baton hub --help)
          baton doctor      check a real set-up, step by step         (baton doctor --help)
          baton tools       check, back up, restore, try from outside (baton tools --help)
          baton simulator   start a stand-in for Meta                 (baton simulator --help)
        """;

    private Baton() {}

    public static void main(String[] args) {
        Logs.choose();
        System.exit(run(args));
    }

    private static int run(String[] args) {
        String part = args.length == 0 ? "--help" : args[0];
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        return switch (part) {
            case "demo" -> DemoCommand.run(rest);
            case "console" -> ConsoleCommand.run(rest);
            case "hub" -> HubCommand.run(rest);
            case "doctor" -> DoctorCommand.run(rest);
            case "simulator" -> SimulatorApp.run(rest);
            case "tools" -> ToolsCommand.run(rest);
            case "rehearse" -> Rehearsal.run(rest);
            case "--help", "-h", "help" -> {
                System.out.print(USAGE);
                yield 0;
            }
            default -> {
                System.err.println("baton: there is no '" + part + "'; try baton --help");
                yield 2;
            }
        };
    }
}
