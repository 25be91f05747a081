package org.tasuki.engine.bpmn;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.tasuki.terms.Text;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The same process with its English texts in the place of the Japanese, for a viewer that knows only one. */
public final class EnglishCopy {

    private EnglishCopy() {}

    public static String of(String name, byte[] xml) throws UnreadableProcess {
        Document document = SafeXml.read(xml);
        Xml.tree(document.getDocumentElement()).forEach(EnglishCopy::translate);
        return write(name, document);
    }

    private static void translate(Element element) {
        Text name = Xml.name(element);
        if (!name.en().isEmpty()) {
            element.setAttribute("name", name.en());
        }
        Text documentation = Xml.documentation(element);
        if (!documentation.en().isEmpty()) {
            Xml.children(element, "documentation").forEach(text -> text.setTextContent(documentation.en()));
        }
    }

    private static String write(String name, Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty("encoding", StandardCharsets.UTF_8.name());
            document.setXmlStandalone(true);
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("cannot write " + name, e);
        }
    }
}
