package org.tasuki.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tasuki.terms.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form file strictly: what Tasuki would silently ignore is a flaw. Pure; the linter uses it as well. */
public final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> NAMES = Set.of(
            "type",
            "id",
            "schemaVersion",
            "tasuki",
            "components",
            "$schema",
            "exporter",
            "executionPlatform",
            "executionPlatformVersion");

    private FormReader() {}

    /** A form, or why it is none. */
    public record Result(Optional<Form> form, List<Flaw> flaws) {}

    /** @param file the file's name; without {@code .json} it is the form's key */
    public static Result read(String file, String json) {
        List<Flaw> flaws = new ArrayList<>();
        Form form = null;
        try {
            JsonNode root = JSON.readTree(json);
            form = form(new Piece(file, "", root, flaws), json);
        } catch (JacksonException notJson) {
            String place = place(notJson);
            flaws.add(new Flaw(file, "", new Text("JSONとして読めません。" + place, "not readable as JSON. " + place)));
        }
        return flaws.isEmpty() ? new Result(Optional.ofNullable(form), flaws) : new Result(Optional.empty(), flaws);
    }

    private static String place(JacksonException notJson) {
        String line = notJson.getLocation() == null
                ? ""
                : "line " + notJson.getLocation().getLineNr() + ": ";
        return line + notJson.getOriginalMessage();
    }

    private static Form form(Piece root, String json) {
        root.only(NAMES);
        root.mustBe("type", "default");
        String key = root.file().replaceFirst("\\.json$", "");
        root.mustBe("id", key);
        if (root.whole("schemaVersion", 0) < 1) {
            root.flaw("schemaVersionに整数を書いてください。", "give schemaVersion, a whole number");
        }
        Piece own = root.child("tasuki").at("tasuki");
        own.only(Set.of("version", "title", "complete", "computes"));
        int version = own.whole("version", 0);
        if (version < 1) {
            own.flaw("versionに1以上の整数を書いてください。", "give version, a whole number from 1");
        }
        Text title = own.child("title").at("tasuki.title").bothLanguages();
        Text complete = own.child("complete").at("tasuki.complete").bothLanguages();
        List<Component> components = new ComponentReader(root).read();
        if (components.isEmpty()) {
            root.flaw("componentsに項目を書いてください。", "give components");
        }
        return new Form(key, version + "-" + fingerprint(json), title, complete, computes(own), components);
    }

    /** Routing values that the core works out from the answers, by a table of the office: no field asks for them. */
    private static Set<String> computes(Piece own) {
        Set<String> variables = new LinkedHashSet<>();
        JsonNode list = own.node().path("computes");
        boolean names = list.isMissingNode() || list.isArray();
        for (JsonNode variable : list.isArray() ? list.values() : List.<JsonNode>of()) {
            names &= variable.stringValue("").matches(Properties.VARIABLE) && variables.add(variable.stringValue(""));
        }
        if (!names) {
            own.flaw("computesにはプロセス変数の名前を並べてください。", "computes must list names of process variables, each once");
        }
        return variables;
    }

    private static String fingerprint(String json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
