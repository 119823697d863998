"""Skills: programming languages, frameworks, engineering practice.

Data, one skill a line; the format is described in `read.terms`.
"""

# ruff: noqa: E501
from __future__ import annotations

LANGUAGES = """
Python: python3, cpython
Java: j2ee, jee, java ee, jdk, java se
JavaScript: js, java script, ecmascript, es6, vanilla js
TypeScript: =TS
Go: =Go, golang
Rust: =Rust, rustlang
C: =C, ansi c, embedded c
C++: =CPP programming, =cpp, c plus plus
C#: csharp, c sharp
R: =R, r studio, rstudio, tidyverse
Ruby: =Ruby
PHP: php7, php8
Swift: =Swift
Kotlin:
Scala: =Scala
Perl: =Perl
Julia: =Julia
Dart: =Dart
Elixir: =Elixir
Erlang:
Haskell:
Clojure: clojurescript
F#: fsharp
Lua: =Lua
Groovy: =Groovy
Objective-C: objc
MATLAB: matlab simulink
Simulink:
Fortran:
COBOL:
ABAP:
Apex: salesforce apex
Solidity: =Solidity
VHDL:
Verilog: systemverilog
Assembly: assembly language, assembler
Bash: shell scripting, bash scripting, shell scripts, unix shell
PowerShell:
VBA: visual basic for applications, excel macros
Visual Basic: vb.net
SQL: structured query language
PL/SQL: plsql
T-SQL: tsql, transact sql
HTML: html5, xhtml
CSS: css3
Sass: =Sass, =SASS, =SCSS, scss
GraphQL:
Zig: =Zig
OCaml:
SAS: =SAS, sas programming
Stata: =Stata, =STATA
SPSS:
Delphi: =Delphi, object pascal
Lisp: =Lisp, common lisp
Prolog: =Prolog
Tcl: =Tcl
XML: =XML, xslt
JSON: =JSON
YAML: =YAML
Regular Expressions: regex, reguläre ausdrücke
LaTeX: =LaTeX
WebAssembly: =WASM
Shader Programming: =HLSL, =GLSL, shaders
KQL: =KQL, kusto
DAX: =DAX
SOQL:
SPARQL:
GDScript:
OpenCL:
OpenMP:
MPI: =MPI
"""

FRAMEWORKS = """
React: =React, reactjs, react.js
React Native:
Next.js: nextjs
Vue.js: =Vue, vuejs
Nuxt: nuxtjs, nuxt.js
Angular: =Angular, angularjs, angular.js
Svelte: sveltekit
Node.js: nodejs, =Node, node js
Express: =Express, expressjs, express.js
NestJS: nest.js
jQuery:
Redux: =Redux
Tailwind CSS: tailwind, tailwindcss
Bootstrap: =Bootstrap
Webpack:
Vite: =Vite
Django:
Flask: =Flask
FastAPI:
Celery: =Celery
SQLAlchemy:
Ruby on Rails: =Rails, =RoR
Laravel:
Symfony:
Spring: =Spring, spring framework
Spring Boot: springboot
Hibernate: =Hibernate
Quarkus:
Micronaut:
.NET: dotnet, .net core, dot net, asp.net, asp.net core
WPF:
Blazor:
Entity Framework: ef core
Qt: =Qt, =QT
Flutter: =Flutter
SwiftUI:
UIKit:
Jetpack Compose:
Electron: =Electron, electronjs
Three.js: threejs
D3.js: d3js, =D3
Unity: =Unity, unity3d
Unreal Engine: unreal, ue4, ue5
Storybook:
Phoenix: =Phoenix
Akka:
gRPC:
RxJS:
iOS: =iOS, ios development
Android: android sdk, android development
WordPress:
Drupal:
Shopify:
Magento: adobe commerce
TYPO3:
Ember.js: emberjs
Backbone.js: backbonejs
Alpine.js: alpinejs
HTMX:
Gatsby.js: gatsbyjs
Material UI: =MUI
MobX:
NgRx:
TanStack Query: react query
Apollo Client: apollo server
Prisma ORM:
TypeORM:
Sequelize:
tRPC:
Socket.io:
Deno:
Ionic: =Ionic, ionic framework
Cordova: apache cordova, phonegap
Xamarin:
.NET MAUI: =MAUI
WinForms: windows forms
Kotlin Multiplatform: =KMP
ARKit: arcore
Core Data: =Core Data
JavaFX:
JSF: =JSF
JPA: =JPA
Thymeleaf:
Vaadin:
Apache Struts:
Play Framework:
Vert.x:
Ktor:
Maven: =Maven, apache maven
Gradle:
npm: =npm, =NPM, pnpm
Monorepos: monorepo, turborepo
ESLint:
Bazel:
CMake:
Pydantic:
Streamlit:
Plotly: plotly dash
Scrapy:
Beautiful Soup: beautifulsoup
Sidekiq:
RSpec:
CodeIgniter:
CakePHP:
Zend Framework: laminas
WooCommerce:
Joomla:
Shopware:
Contentful:
Strapi:
Sitecore:
Adobe Experience Manager: =AEM
Liferay:
Headless CMS:
Salesforce Commerce Cloud: =SFCC
commercetools:
SAP Commerce: sap hybris, hybris
Lightning Web Components: =LWC
Visualforce:
Godot:
OpenGL:
Vulkan API:
DirectX: direct3d
WebGL:
WebRTC:
MFC: =MFC
Phoenix LiveView: liveview
Camunda:
Pega: =Pega, pegasystems
OutSystems:
Mendix:
Appian: =Appian
Low-Code Development: low code, no-code, low-code platforms
RPA: =RPA, robotic process automation
UiPath:
Blue Prism:
Automation Anywhere:
n8n:
"""

ENGINEERING = """
REST: =REST, restful, rest api, rest apis, restful apis
SOAP: =SOAP
OpenAPI: swagger
Microservices: micro services, microservice architecture
Distributed Systems: verteilte systeme
Event-Driven Architecture: event driven, event sourcing
Domain-Driven Design: =DDD
System Design: software architecture, softwarearchitektur
API Design: api development
OAuth: oauth2, openid connect, =OIDC
WebSockets: websocket
Unit Testing: unit tests, unit test
TDD: =TDD, test driven development
Test Automation: automated testing, testautomatisierung
Selenium:
Cypress: =Cypress
Playwright: =Playwright
Jest: =Jest
pytest:
JUnit:
Postman: =Postman
Performance Testing: load testing, jmeter
Information Security: it security, it-sicherheit, application security, cybersecurity, cyber security
Penetration Testing: pentesting, pen testing
SIEM: =SIEM
ISO 27001:
SOC 2: =SOC2
GDPR: =GDPR, =DSGVO, =RGPD
Cryptography:
Blockchain: web3
Embedded Systems: embedded software
RTOS: =RTOS
FPGA: =FPGA
PLC: =PLC, =SPS
PCB Design: pcb layout
Signal Processing: =DSP
CAN Bus: =CAN
IoT: =IoT, internet of things
Agile: agile methodologies, agil, agile development
Scrum: scrum master
Kanban:
SAFe: =SAFe
Jira: =JIRA, atlassian jira
Confluence: =Confluence
Accessibility: =WCAG, =a11y, web accessibility, digital accessibility, barrierefreiheit, accessibility standards, accessible design
Responsive Design:
Algorithms: data structures
Object-Oriented Programming: =OOP, object oriented
Functional Programming:
Design Patterns: software design patterns, entwurfsmuster
Clean Code: solid principles
Clean Architecture: hexagonal architecture
Refactoring:
Code Review: code reviews
Pair Programming: mob programming
Multithreading: multi-threading, concurrent programming, multithreaded programming
HPC: =HPC, high performance computing, parallel computing, parallel programming
Web Scraping: web crawling, web crawlers
BDD: =BDD, behavior driven development, behaviour driven development
Integration Testing: integration tests, integrationstests
End-to-End Testing: e2e testing, e2e tests, end-to-end tests
Manual Testing: manual qa, manuelles testen
Regression Testing: regression tests, regressionstests
Test Planning: test plans, test cases, testfälle, testplanung, test strategy, testkonzepte
User Acceptance Testing: =UAT, user acceptance tests
ISTQB:
Appium:
Cucumber: =Cucumber
Robot Framework:
Puppeteer: =Puppeteer
Vitest:
TestNG:
Mockito:
LoadRunner:
TestRail:
Version Control: versionsverwaltung, source control, versionskontrolle
Subversion: svn
Perforce:
Message Queues: message queue, message brokers, message broker, message queuing
ActiveMQ:
IBM MQ: mqseries
Webhooks: webhook
Protocol Buffers: protobuf
JWT: =JWT
MuleSoft: mulesoft anypoint
Apigee:
API Integration: api integrations, rest integrations, systems integration, system integration, systemintegration
TOGAF:
Enterprise Architecture: unternehmensarchitektur
Solution Architecture: lösungsarchitektur, solutions architecture
SDLC: =SDLC, software development life cycle, software development lifecycle
Extreme Programming:
Game Development: spieleentwicklung, game programming
Computer Graphics: computergrafik, 3d graphics
AR/VR: augmented reality, virtual reality, mixed reality
Compilers: compiler design, llvm, compiler construction
Ethereum: smart contracts
Quantum Computing: qiskit
"""
