import java.io.File;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Validates files: `Validate.java ua1,2a *.pdf`. Each fault on a line, and of each file and standard what was asserted. */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> files = List.of(arguments).subList(1, arguments.length);
        for (String standard : arguments[0].split(","))
            for (String file : files)
                validate(file, PDFAFlavour.fromString(standard));
    }

    static void validate(String file, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new File(file), flavour);
             var validator = foundry.createValidator(flavour, false)) {
            var result = validator.validate(parser);
            for (TestAssertion one : result.getTestAssertions())
                if (one.getStatus() == TestAssertion.Status.FAILED)
                    say("fault", file, flavour, one.getRuleId() + " " + one.getMessage() + " " + one.getLocation().getContext());
            say(result.isCompliant() ? "compliant" : "not compliant", file, flavour, result.getTotalAssertions());
        }
    }

    static void say(String what, String file, PDFAFlavour flavour, Object more) {
        System.out.println(what + "\t" + file + "\t" + flavour + "\t" + more.toString().replaceAll("\\s+", " "));
    }
}
