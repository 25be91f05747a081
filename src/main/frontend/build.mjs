// Bundles the pages' scripts, styles and fonts into the folder named first on the command line, puts the list of passwords that
// everybody guesses into the second, the bill of materials into the third, and the font of what is printed into the fourth. Called
// by the Maven build.
import { execSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, '../../../target/classes/static/assets'));
const passwords = resolve(process.argv[3] ?? join(here, '../../../target/classes/passwords'));
const bills = resolve(process.argv[4] ?? join(here, '../../../target/classes/META-INF/sbom'));
const paper = resolve(process.argv[5] ?? join(here, '../../../target/classes/paper'));

install();
await bundle();
guessed();
billOfMaterials();
printed();

/** Skipped while the lock file is the one that was installed, so that a second start is quick. */
function install() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const stamp = join(here, 'node_modules', '.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  try {
    // No package may run a program of its own while it is installed.
    execSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    console.error('npm ci に失敗しました。ネットワークとプロキシの設定をご確認ください。/ npm ci failed: check the network and the proxy settings.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

async function bundle() {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: here,
    entryPoints: ['app.js', 'diagram.js', 'layout.js', 'app.css'],
    outdir: target,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'iife',
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    // The pages say nothing about the network: fonts are files of ours, next to the styles.
    loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    assetNames: 'fonts/[name]-[hash]',
    legalComments: 'linked',
    logLevel: 'warning',
  }).catch(() => process.exit(1));
  mkdirSync(join(target, 'fonts'), { recursive: true });
  copyFileSync(
    join(here, 'node_modules/@fontsource-variable/noto-sans-jp/LICENSE'),
    join(target, 'fonts/noto-sans-jp-LICENSE.txt'));
}

/** One a line, in the order of their bytes. */
function guessed() {
  const source = join(here, 'node_modules/@zxcvbn-ts/language-common');
  const words = Object.values(JSON.parse(readFileSync(join(source, 'src/passwords.json'), 'utf8')));
  mkdirSync(passwords, { recursive: true });
  writeFileSync(join(passwords, 'guessed.txt'), [...new Set(words.map((word) => word.toLowerCase()))].sort().join('\n') + '\n');
  copyFileSync(join(source, 'LICENSE.txt'), join(passwords, 'guessed-LICENSE.txt'));
}

/** What the bundles are made of, as CycloneDX; from the lock file, so that it names exactly what was installed. */
function billOfMaterials() {
  mkdirSync(bills, { recursive: true });
  try {
    const bill = execSync('npm sbom --sbom-format=cyclonedx --sbom-type=application --package-lock-only', { cwd: here });
    writeFileSync(join(bills, 'frontend.cdx.json'), bill);
  } catch {
    // The pages work without it; a release does not (BillOfMaterialsTest).
    console.error('部品表（SBOM）を作れませんでした。npm 10 以上をご使用ください。/ There is no bill of materials: npm 10 or newer makes one.');
  }
}

/** One weight whole: a PDF embeds of it what it uses. The pages' own font comes in pieces, which a PDF cannot use. */
function printed() {
  const source = join(here, 'node_modules/@expo-google-fonts/noto-sans-jp');
  mkdirSync(paper, { recursive: true });
  copyFileSync(join(source, '400Regular/NotoSansJP_400Regular.ttf'), join(paper, 'noto-sans-jp.ttf'));
  copyFileSync(join(source, 'LICENSE_FONT'), join(paper, 'noto-sans-jp-LICENSE.txt'));
}
