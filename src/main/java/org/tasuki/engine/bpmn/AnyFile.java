package org.tasuki.engine.bpmn;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A BPMN file of any tool, opened to be looked at. It is never handed to the engine.
 *
 * @param text the file as it is, for a browser to draw
 */
public record AnyFile(Document document, String text) {

    /** So many bytes at most. */
    public static final int LIMIT = 10 * 1024 * 1024;

    /** What the first tools wrote, before the standard had its final address; else the two are the same. */
    private static final String BETA = "http://schema.omg.org/spec/BPMN/2.0";

    public static AnyFile read(byte[] bytes) throws UnreadableProcess {
        if (bytes.length > LIMIT) {
            throw new UnreadableProcess("ファイルが大きすぎます（10 MBまで）。", "The file is too large (10 MB at most).");
        }
        String text = Decoding.of(bytes).replace("\"" + BETA + "\"", "\"" + Xml.BPMN + "\"");
        Document document = SafeXml.readAny(text);
        Element root = document.getDocumentElement();
        if (!isBpmn(root) || !root.getLocalName().equals("definitions")) {
            throw new UnreadableProcess(
                    "BPMN 2.0 のファイルではありません（最上位に definitions がありません）。",
                    "This is no BPMN 2.0 file (no definitions at its top).");
        }
        return new AnyFile(document, text);
    }

    public static boolean isBpmn(Element element) {
        return Xml.BPMN.equals(element.getNamespaceURI());
    }
}
