#!/usr/bin/env node
// Old Node must be able to read this file far enough to say that it is too old: no static imports, nothing newer than 2015.
const version = process.versions.node
if (Number(version.split('.')[0]) < 20) {
  process.stderr.write('Brobyg needs Node 20 or newer to set itself up; this is Node ' + version + '.\n')
  process.exitCode = 2
} else {
  void import('./launch.js').then(function (launcher) {
    return launcher.launch(process.argv.slice(2))
  })
}
